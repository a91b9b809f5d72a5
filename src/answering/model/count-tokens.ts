import type { ModelRequest } from './call-endpoint.ts';

// Tokenisers differ: Chinese takes 0.6 to 1.1 tokens a character (cl100k is at the upper end), ASCII about 0.3.
const perWideCharacter = 1.2;
const perNarrowCharacter = 0.4;
/** What roles, separators and the schema of the reply add. */
const perRequest = 400;

/** Upper estimate of the tokens of a text, for setting them aside before the endpoint has counted them. */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const character of text)
    tokens += character.charCodeAt(0) < 0x80 ? perNarrowCharacter : perWideCharacter;
  return Math.ceil(tokens);
}

/** The tokens that a request's prompt may take at most. */
export function estimatePrompt({ messages }: Pick<ModelRequest, 'messages'>): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), perRequest);
}

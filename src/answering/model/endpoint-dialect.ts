import { APIError } from 'openai';
import { openAiUrl } from './model-connection.ts';

/** What of the protocol an endpoint takes; learned from its refusals. */
export interface EndpointDialect {
  /** How the shape of the reply is asked for: by schema, as any JSON, or in the prompt alone. */
  readonly structure: 'json-schema' | 'json-object' | 'prompt';
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  readonly takesTemperature: boolean;
  readonly takesStreamOptions: boolean;
}

/** What to begin with. OpenAI's own newer models refuse `max_tokens`; others know nothing else. */
export function firstDialect(baseUrl: string): EndpointDialect {
  const isOpenAi = new URL(baseUrl).host === new URL(openAiUrl).host;
  return {
    structure: 'json-schema',
    limit: isOpenAi ? 'max_completion_tokens' : 'max_tokens',
    takesTemperature: true,
    takesStreamOptions: true,
  };
}

/** A dialect without what the endpoint has just refused; undefined when the refusal is about something else. */
export function simplerDialect(
  dialect: EndpointDialect,
  error: unknown,
): EndpointDialect | undefined {
  if (!(error instanceof APIError) || !isRefusal(error)) return undefined;
  const said = `${error.param ?? ''} ${error.message}`.toLowerCase();
  const named = simplifications.find(({ word, does }) => said.includes(word) && does(dialect));
  const unnamed = unnamedSimplifications.find(({ does }) => does(dialect));
  return (named ?? unnamed)?.does(dialect);
}

interface Simplification {
  /** Undefined when the dialect is that simple already. */
  readonly does: (dialect: EndpointDialect) => EndpointDialect | undefined;
}

const withoutStreamOptions: Simplification = {
  does: (dialect) =>
    dialect.takesStreamOptions ? { ...dialect, takesStreamOptions: false } : undefined,
};

/** For refusals that name what they refuse. */
const simplifications: readonly (Simplification & { readonly word: string })[] = [
  {
    word: 'temperature',
    does: (dialect) =>
      dialect.takesTemperature ? { ...dialect, takesTemperature: false } : undefined,
  },
  {
    word: 'max_tokens',
    does: (dialect) =>
      dialect.limit === 'max_tokens' ? { ...dialect, limit: 'max_completion_tokens' } : undefined,
  },
  {
    word: 'max_completion_tokens',
    does: (dialect) =>
      dialect.limit === 'max_completion_tokens' ? { ...dialect, limit: 'max_tokens' } : undefined,
  },
  { word: 'stream_options', ...withoutStreamOptions },
];

/** For those that do not, in this order. */
const unnamedSimplifications: readonly Simplification[] = [
  {
    does: (dialect) =>
      dialect.structure === 'json-schema' ? { ...dialect, structure: 'json-object' } : undefined,
  },
  {
    does: (dialect) =>
      dialect.structure === 'json-object' ? { ...dialect, structure: 'prompt' } : undefined,
  },
  withoutStreamOptions,
];

function isRefusal({ status, code }: APIError): boolean {
  return (status === 400 || status === 422 || status === 501) && code !== 'context_length_exceeded';
}

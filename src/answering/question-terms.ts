import { contentWords, hanBigrams } from '../retrieval/tokenize.ts';

/** A piece of the question to look for in sentences, folded. */
export interface QuestionTerm {
  readonly text: string;
  readonly weight: number;
}

const wordWeight = 1;
const bigramWeight = 0.5;
const unigramWeight = 0.4;

/** The words of a question, their character pairs and their single Han characters, each once. */
export function questionTerms(question: string): readonly QuestionTerm[] {
  const words = contentWords(question);
  const characters = words.flatMap((word) => word.match(/\p{Script=Han}/gu) ?? []);
  const weights = new Map<string, number>();
  for (const character of characters) weights.set(character, unigramWeight);
  const content = new Set(characters);
  for (const pair of hanBigrams(question))
    if (pair.length > 1 && [...pair].every((one) => content.has(one)))
      weights.set(pair, bigramWeight);
  for (const word of words) weights.set(word, wordWeight);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

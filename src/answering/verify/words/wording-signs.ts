import { alignClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Sign, SignFinder } from '../sign.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';

/**
 * In which words a claim differs from its source: those it adds, those it leaves out, and which stand where others stood.
 * What each of them speaks for is learned: 也要 and 仍 added, 没有 left out, 只有 for 都.
 */
export const wordingSigns: SignFinder = {
  fault: 'words',
  mutations: ['number', 'unit', 'date', 'name', 'place', 'negation', 'attribution'],
  find: findWording,
};

function findWording(claim: string, evidence: Evidence): readonly Sign[] {
  const source = `${evidence.text}\n${evidence.headings}`;
  const added = wordsOf(claim).filter((word) => !source.includes(word));
  const names = new Set([
    ...added.map((word) => `word ${word}`),
    ...charactersOf(claim, source),
    ...pairsOf(claim, source),
    ...alignClauses(claim, evidence.sentences).flatMap((clause) => exchangesOf(clause, claim)),
  ]);
  const features = Object.fromEntries([...names].map((name) => [name, 1]));
  return names.size === 0 ? [] : [{ detail: added.join(' '), features }];
}

function wordsOf(text: string): readonly string[] {
  return tagWords(text).map(({ word }) => word);
}

function charactersOf(claim: string, source: string): readonly string[] {
  return [...claim]
    .filter((one) => isHan(one) && !source.includes(one))
    .map((one) => `character ${one}`);
}

function pairsOf(claim: string, source: string): readonly string[] {
  return Array.from({ length: Math.max(0, claim.length - 1) }, (_, at) => claim.slice(at, at + 2))
    .filter((pair) => isHan(pair) && !source.includes(pair))
    .map((pair) => `pair ${pair}`);
}

// How many words of a clause are set against how many of another: what comes later says less.
const most = 5;

/** What one clause says that the other does not, the other way about, and each beside each. */
function exchangesOf(
  {
    said,
    source,
    sentence,
  }: { readonly said: string; readonly source: string; readonly sentence: string },
  claim: string,
): readonly string[] {
  const own = telling(claim, said);
  const told = telling(sentence, source);
  const left = told.filter((word) => !claim.includes(word));
  const put = own.filter((word) => !told.includes(word));
  return [
    ...left.map((word) => `left ${word}`),
    ...put.map((word) => `put ${word}`),
    ...left
      .slice(0, most)
      .flatMap((word) => put.slice(0, most).map((other) => `${word} > ${other}`)),
  ];
}

/** The words of a clause that tell how something is: verbs, adjectives, adverbs, particles, prepositions. */
function telling(text: string, clause: string): readonly string[] {
  const start = text.indexOf(clause);
  const isIn = ({ index, word }: TaggedWord) =>
    index >= start && index + word.length <= start + clause.length;
  return tagWords(text)
    .filter((one) => isIn(one) && /^[dcpuvaf]/u.test(one.tag))
    .map(({ word }) => word);
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

import { coverOf, splitClauses } from '../align-clauses.ts';
import { keepLast } from '../keep-last.ts';
import { tagWords } from '../tag-words.ts';
import { sayTheSame } from '../words/synonymous-deeds.ts';
import { type Denial, findDenials, withoutPlainNegatives } from './denials.ts';

/** A clause with what it denies. */
export interface ReadClause {
  readonly text: string;
  readonly denials: readonly Denial[];
  /** Its words that may tell of a deed or a quality. */
  readonly deeds: readonly { readonly word: string; readonly index: number }[];
}

export const readClauses = keepLast(readAnew);

function readAnew(text: string): readonly ReadClause[] {
  return splitClauses(text).map((clause) => {
    const denials = findDenials(clause);
    // A negation must not stick to the word behind it.
    const plain = denials.reduce(
      (rest, { start, mark }) =>
        rest.slice(0, start) + ','.repeat(mark.length) + rest.slice(start + mark.length),
      withoutPlainNegatives(clause),
    );
    const deeds = tagWords(plain).filter(
      ({ word, tag }) => /^[vainlzdx]/u.test(tag) && word !== ',',
    );
    return { text: clause, denials, deeds };
  });
}

const nothing: ReadClause = { text: '', denials: [], deeds: [] };

/** The clause that has most of a text. */
export function nearestOf(text: string, clauses: readonly ReadClause[]): ReadClause {
  const covers = clauses.map((clause) => coverOf(text, clause.text));
  return clauses[covers.indexOf(Math.max(...covers))] ?? nothing;
}

/** How surely a text tells of a deed, 0 to 1, where it denies it and where it does not. */
export interface Telling {
  readonly denied: number;
  readonly affirmed: number;
  /** How surely it has the very word without denying it. */
  readonly said: number;
  /** The clause that affirms it most surely. */
  readonly affirming: ReadClause | undefined;
}

export function tellingOf(word: string, clauses: readonly ReadClause[]): Telling {
  const mentions = clauses.flatMap((clause) =>
    mentionsOf(word, clause).map((mention) => ({ ...mention, clause })),
  );
  const affirmed = mentions.filter((one) => !isDenied(one));
  const strongest = Math.max(0, ...affirmed.map(({ strength }) => strength));
  return {
    denied: Math.max(0, ...mentions.filter(isDenied).map(({ strength }) => strength)),
    affirmed: strongest,
    said: Math.max(0, ...affirmed.map(({ strength }) => (strength === alike ? 0 : strength))),
    affirming: affirmed.find(({ strength }) => strength === strongest)?.clause,
  };
}

function isDenied({ index, clause }: { readonly index: number; readonly clause: ReadClause }) {
  return clause.denials.some(({ start, end }) => start <= index && index < end);
}

interface Mention {
  readonly index: number;
  readonly strength: number;
}

const [same, contained, alike, partly] = [1, 0.8, 0.7, 0.4];

function mentionsOf(word: string, { text, deeds }: ReadClause): readonly Mention[] {
  const taken = takenApart(word);
  const verbatim = (text.search(taken) === -1 ? [] : [...text.matchAll(taken)]).map(
    ({ index }) => ({
      index,
      strength: word.length > 1 ? same : partly,
    }),
  );
  const reworded = deeds.flatMap(({ word: deed, index }) => {
    const strength = likenessOf(word, deed);
    return strength === 0 ? [] : [{ index, strength }];
  });
  return [...verbatim, ...reworded];
}

/** 「签了字」 for 签字 */
const takenApart = keepLast((word) => new RegExp([...word].join('[了过着]?'), 'gu'));

function likenessOf(word: string, deed: string): number {
  if (word === deed) return same;
  if (sameDeed.some((one) => one.test(word) && one.test(deed)) || sayTheSame(word, deed))
    return alike;
  const [short, long] = word.length < deed.length ? [word, deed] : [deed, word];
  if (long.includes(short)) return short.length > 1 ? contained : partly;
  return 0;
}

// Deeds that are denied in several words: 不收钱 for 分文不取.
const sameDeed = [
  /^(?:收|取|要|收钱|收费|收取|要钱|掏|掏钱|出|出钱|花|花钱|付|付钱|付费|支付|交费|缴费|交|缴|交钱|钱|费|费用|摊|分摊|承担)$/u,
  /^(?:领|领取|领到|拿|拿到|发|发放|享受|补助|补贴)$/u,
  /^(?:说|讲|谈|提)$/u,
  /^(?:办|搞|做|干)$/u,
  /^(?:出|给|拿|补贴|补)$/u,
  /^(?:通|有|开)$/u,
  /^(?:知道|晓得|清楚|明白)$/u,
  /^(?:批|批准|获准|准|同意|答应|点头|允许)$/u,
  /^(?:愿|愿意|肯|想)$/u,
  /^(?:来|到|到场|出席|参加)$/u,
];

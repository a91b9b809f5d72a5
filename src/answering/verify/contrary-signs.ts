import { type AlignedClause, alignClauses, coverOf, splitClauses } from './align-clauses.ts';
import { type AntonymPair, antonyms } from './antonyms.ts';
import { withoutPlainNegatives } from './denials.ts';
import type { Evidence } from './evidence.ts';
import { flag, type Sign, type SignFinder, withProducts } from './sign.ts';

/** A claim says or denies the contrary of what its source says: 要收费 for 免费, 没有涨价 for 涨价. */
export const contrarySigns: SignFinder = {
  fault: 'negation',
  mutations: ['negation', 'number', 'date'],
  find: (claim, evidence) =>
    alignClauses(claim, evidence.sentences)
      .filter(({ likeness }) => likeness >= related)
      .flatMap((aligned) =>
        antonyms.flatMap((pair) => signsOf(pair, aligned, { claim, evidence })),
      ),
};

// Below this two clauses do not tell of the same thing.
const related = 0.15;

interface Around {
  readonly claim: string;
  readonly evidence: Evidence;
}

/** A word of a pair as a clause has it: on which side of the pair the clause stands with it. */
interface Stand {
  readonly side: 1 | -1;
  readonly word: string;
  readonly isDenied: boolean;
}

function signsOf(
  pair: AntonymPair,
  { said, source, sentence, likeness }: AlignedClause,
  { claim, evidence }: Around,
): readonly Sign[] {
  const own = standsOf(pair, said);
  if (own.length === 0) return [];
  const [inClause, inSentence] = [standsOf(pair, source), standsIn(pair, [sentence])];
  if (inSentence.length === 0) return [];
  const inText = standsIn(pair, evidence.sentences);
  const inClaim = standsIn(pair, [claim]);
  return own.flatMap(({ side, word, isDenied }) => {
    const against = (stands: readonly Stand[]) => stands.find((one) => one.side !== side);
    const holds = (stands: readonly Stand[]) => stands.some((one) => one.side === side);
    const other = against(inClause) ?? against(inSentence);
    // A word against itself is told by what is denied.
    if (other === undefined || other.word === word) return [];
    const isBoth = against(inClaim) !== undefined;
    const isOnly = !holds(inText) && !isBoth;
    const features = {
      inClause: flag(against(inClause) !== undefined),
      inSentence: flag(against(inSentence) !== undefined),
      heldInClause: flag(holds(inClause)),
      heldInSentence: flag(holds(inSentence)),
      heldInText: flag(holds(inText)),
      bothInClaim: flag(isBoth),
      likeness,
      cover: coverOf(said.replace(word, ''), source),
      denied: flag(isDenied),
      toldDenied: flag(other.isDenied),
      oneDenied: flag(isDenied !== other.isDenied),
      wordTold: flag(evidence.text.includes(word)),
      only: flag(isOnly && against(inClause) !== undefined),
      onlyInSentence: flag(isOnly && against(inSentence) !== undefined),
    };
    return [{ detail: `${word} / ${other.word}`, features: withProducts(features, products) }];
  });
}

const products = [
  ['only', 'likeness'],
  ['onlyInSentence', 'likeness'],
  ['inClause', 'cover'],
  ['only', 'oneDenied'],
  ['inClause', 'heldInText'],
] as const;

/** Whether a clause says with a denial, in whatever words, what a sentence says: 「灯没关」 for 「灯还亮着」. */
export function restates(clause: string, sentence: string): boolean {
  return antonyms.some((pair) => {
    const own = standsOf(pair, clause);
    const told = own.length === 0 ? [] : standsIn(pair, [sentence]);
    return own.some(({ side, word, isDenied }) =>
      told.some(
        (one) => one.side === side && one.word !== word && (isDenied || /^[不没未无]/u.test(word)),
      ),
    );
  });
}

function standsIn(pair: AntonymPair, texts: readonly string[]): readonly Stand[] {
  return texts.flatMap(splitClauses).flatMap((clause) => standsOf(pair, clause));
}

function standsOf(pair: AntonymPair, clause: string): readonly Stand[] {
  return pair.flatMap((words, at) => {
    const [side, other] = at === 0 ? ([1, -1] as const) : ([-1, 1] as const);
    return wordsIn(words, clause).map(({ word, start }) => {
      const isDenied = isDeniedAt(clause, start, word);
      return { side: isDenied ? other : side, word, isDenied };
    });
  });
}

/** The words a clause has, each place taken once, the longest first. */
function wordsIn(
  words: readonly string[],
  clause: string,
): readonly { readonly word: string; readonly start: number }[] {
  let rest = clause;
  return words
    .toSorted((a, b) => b.length - a.length)
    .flatMap((word) => {
      const start = rest.indexOf(word);
      if (start === -1) return [];
      rest = rest.replaceAll(word, '＿'.repeat(word.length));
      return [{ word, start }];
    });
}

const denial = /没有|不|没|未|无(?!偿)|别(?!的|人)|勿|非/gu;
const reach = 10;

/** Whether an odd number of denials stands before a word, or 不了 behind it. */
function isDeniedAt(clause: string, start: number, word: string): boolean {
  if (/^[不没未无非]/u.test(word)) return /(?:并非|不是|并不|从不)$/u.test(clause.slice(0, start));
  const plain = withoutPlainNegatives(clause);
  const before = plain
    .slice(Math.max(0, start - reach), start)
    .split(/[、的]|但|而|却|转为|变为|光|只/u);
  const behind = plain.slice(start + word.length);
  const denials = before.at(-1)?.match(denial)?.length ?? 0;
  return (
    denials % 2 === 1 ||
    /^的?(?:不了|不着|不起|不上|没有$)|^\p{Script=Han}{0,3}[都也](?:没有?|不)/u.test(behind)
  );
}

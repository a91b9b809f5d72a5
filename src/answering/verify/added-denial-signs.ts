import { type AlignedClause, alignClauses, coverOf, splitClauses } from './align-clauses.ts';
import { saysContrary } from './contraries.ts';
import { type Denial, findDenials } from './denials.ts';
import {
  clausesAffirming,
  denialsIn,
  forNothing,
  isHan,
  lessening,
  payment,
  sharesLongWord,
  sharesWord,
} from './denied-words.ts';
import type { Evidence } from './evidence.ts';
import { negation } from './polarity-words.ts';
import { flag, type Sign, type SignFinder, withProducts } from './sign.ts';

/** What a claim denies: whether its source denies it too, says it, or denies something else that may mean the same. */
export const addedDenialSigns: SignFinder = {
  fault: 'negation',
  mutations: ['negation'],
  find: (claim, evidence) => {
    const aligned = alignClauses(claim, evidence.sentences);
    const said = aligned.flatMap((clause) => findDenials(clause.said));
    return aligned.flatMap((clause) =>
      findDenials(clause.said).map((denial) => signOf(denial, clause, { said, evidence })),
    );
  },
};

interface Around {
  /** All that the claim denies. */
  readonly said: readonly Denial[];
  readonly evidence: Evidence;
}

function signOf(
  denial: Denial,
  clause: AlignedClause,
  { said, evidence: { sentences } }: Around,
): Sign {
  const { sentence, source } = clause;
  const told = denialsIn(sentences);
  const here = denialsIn([sentence]);
  const long = denial.filter((word) => word.length > 1 && isHan(word));
  const [first = '', second = ''] = denial;
  const affirmed = (word: string, clauses: readonly string[]) =>
    word !== '' && clausesAffirming(word, clauses).length > 0;
  const inSentence = splitClauses(sentence);
  const rest = clause.said.replace(negation, '');
  const features = {
    toldToo: flag(sharesWord(denial, told)),
    toldHere: flag(sharesWord(denial, here)),
    toldInFull: flag(sharesLongWord(denial, told)),
    affirmed: flag(long.some((word) => affirmed(word, inSentence))),
    firstAffirmed: flag(affirmed(first, inSentence)),
    pairAffirmed: flag(second !== '' && affirmed(first + second, inSentence)),
    affirmedInClause: flag(long.some((word) => affirmed(word, [source]))),
    affirmedAnywhere: flag(long.some((word) => affirmed(word, sentences.flatMap(splitClauses)))),
    untaken: Math.min(2, here.filter((one) => !sharesWord(one, said)).length),
    lessened: flag(lessening.test(sentence)),
    lessenedInClause: flag(lessening.test(source)),
    contrary: flag(saysContrary(first, sentence)),
    likeness: clause.likeness,
    cover: coverOf(rest, source),
    coverOfSentence: coverOf(rest, sentence),
    forNothing: flag(payment.test(clause.said) && forNothing.test(sentence)),
    short: flag(first.length === 1),
    unknown: flag(!denial.some((word) => sentence.includes(word))),
    others: flag(said.length > 1),
  };
  return { detail: first, features: withProducts(features, products) };
}

const products = [
  ['toldToo', 'affirmed'],
  ['toldToo', 'affirmedInClause'],
  ['untaken', 'affirmed'],
  ['lessened', 'affirmed'],
  ['toldToo', 'cover'],
  ['untaken', 'cover'],
  ['affirmed', 'coverOfSentence'],
  ['firstAffirmed', 'coverOfSentence'],
  ['unknown', 'untaken'],
  ['unknown', 'lessenedInClause'],
  ['unknown', 'cover'],
] as const;

import { type AlignedClause, alignClauses, coverOf, splitClauses } from './align-clauses.ts';
import { saysContrary } from './contraries.ts';
import { restates } from './contrary-signs.ts';
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
      findDenials(clause.said)
        .filter((denial) => !isToldAlike(denial, clause.sentence))
        .map((denial) => signOf(denial, clause, { said, evidence })),
    );
  },
};

/** The sentence denies the very same words. */
function isToldAlike(denial: Denial, sentence: string): boolean {
  const said = denial.join('');
  return said.length > 1 && denialsIn([sentence]).some((one) => one.join('') === said);
}

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
  const [isTold, isLessened, isContrary] = [
    sharesWord(denial, told),
    lessening.test(sentence),
    saysContrary(first, sentence),
  ];
  const untaken = here.filter((one) => !sharesWord(one, said)).length;
  const isPast = formerly.test(sentence) && now.test(clause.said);
  const named = first.length > 1 ? first : first + second;
  const isAffirmed = named.length > 1 && !isPast && affirmed(named, inSentence);
  const isOpen = isLessened || isPast || untaken > 0;
  const features = {
    unwarranted: flag(!isTold && !isContrary && (!isOpen || isAffirmed)),
    past: flag(isPast),
    relative: flag(new RegExp(`[不没未]有?${first}[^,]{0,3}的`, 'u').test(clause.said)),
    restated: flag(restates(clause.said, sentence)),
    toldToo: flag(isTold),
    toldHere: flag(sharesWord(denial, here)),
    toldInFull: flag(sharesLongWord(denial, told)),
    affirmed: flag(long.some((word) => affirmed(word, inSentence))),
    firstAffirmed: flag(affirmed(first, inSentence)),
    pairAffirmed: flag(second !== '' && affirmed(first + second, inSentence)),
    affirmedInClause: flag(long.some((word) => affirmed(word, [source]))),
    affirmedAnywhere: flag(long.some((word) => affirmed(word, sentences.flatMap(splitClauses)))),
    untaken: Math.min(2, untaken),
    lessened: flag(isLessened),
    lessenedInClause: flag(lessening.test(source)),
    contrary: flag(isContrary),
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

const formerly = /以前|过去|从前|原来|起初|当初|原先|早先/u;
const now = /再|如今|现在|眼下|才/u;

const products = [
  ['unwarranted', 'coverOfSentence'],
  ['unwarranted', 'likeness'],
  ['unwarranted', 'short'],
  ['unwarranted', 'relative'],
  ['unwarranted', 'restated'],
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

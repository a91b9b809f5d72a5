import { alignClauses, coverOf, splitClauses } from './align-clauses.ts';
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
import { negation } from './polarity-words.ts';
import { flag, type Sign, type SignFinder, withProducts } from './sign.ts';

/** What a source denies: whether the claim that tells of it denies it too, or says it. */
export const lostDenialSigns: SignFinder = {
  fault: 'negation',
  mutations: ['negation'],
  find: (claim, { sentences }) => {
    const told = denialsIn(sentences);
    const near = [...new Set(alignClauses(claim, sentences).map(({ sentence }) => sentence))];
    return near.flatMap((sentence) =>
      splitClauses(sentence).flatMap((clause) =>
        findDenials(clause).map((denial) => signOf(denial, { clause, sentence, claim, told })),
      ),
    );
  },
};

interface Around {
  /** The clause of the source that denies. */
  readonly clause: string;
  readonly sentence: string;
  readonly claim: string;
  /** All that the source denies. */
  readonly told: readonly Denial[];
}

const stressed =
  /也要|也得|还得|还要|照样|仍|都要|都得|必须|一律|反而|反倒|一直|还是|照旧|依然|又|也|都|已经|了$/u;
const notYet = /尚未|还没|仍未|暂未|至今未|未能|没能|至今没/u;
const already = /已经?|了$|了,/u;

function signOf(denial: Denial, { clause, sentence, claim, told }: Around): Sign {
  const clauses = splitClauses(claim);
  const saidDenials = denialsIn([claim]);
  const isLost = (word: string) =>
    clausesAffirming(word, clauses).length > 0 &&
    clausesAffirming(word, splitClauses(sentence)).length === 0;
  const long = denial.filter((word) => word.length > 1 && isHan(word));
  const lost = long.filter(isLost);
  const short = denial.some((word) => word.length === 1 && isHan(word) && isLost(word));
  const [first = ''] = denial;
  const rest = clause.replace(negation, '');
  const nearest = nearestClause(rest, clauses);
  const where = clausesAffirming(lost[0] ?? ' ', clauses)[0] ?? nearest;
  const isDenied = sharesWord(denial, saidDenials);
  const features = {
    saidToo: flag(isDenied),
    saidInFull: flag(sharesLongWord(denial, saidDenials)),
    lost: Math.min(2, lost.length),
    shortLost: flag(short),
    firstLost: flag(first !== '' && isLost(first)),
    cover: coverOf(rest, nearest),
    coverOfClaim: coverOf(where, clause),
    lessened: flag(lessening.test(where)),
    untaken: flag(saidDenials.some((one) => !sharesWord(one, told))),
    denies: flag(saidDenials.length > 0),
    stressed: flag(stressed.test(where)),
    byNow: flag(notYet.test(clause) && already.test(where)),
    contrary: flag(denial.some((word) => saysContrary(word, claim))),
    paid: flag(forNothing.test(clause) && payment.test(where)),
    forNothing: flag(forNothing.test(where)),
    lostPlainly: flag(lost.length > 0 && saidDenials.length === 0),
    shortLostPlainly: flag(short && saidDenials.length === 0),
    lostInPlainClause: flag(
      lost.length > 0 && findDenials(where).length === 0 && !lessening.test(where),
    ),
    share: Math.min(1, lost.join('').length / Math.max(1, long.join('').length)),
  };
  return { detail: lost[0] ?? first, features: withProducts(features, products) };
}

const products = [
  ['lost', 'cover'],
  ['shortLost', 'cover'],
  ['lost', 'coverOfClaim'],
  ['shortLost', 'coverOfClaim'],
  ['saidToo', 'lost'],
  ['denies', 'lost'],
  ['lessened', 'lost'],
  ['paid', 'cover'],
  ['lost', 'stressed'],
  ['contrary', 'cover'],
] as const;

function nearestClause(text: string, clauses: readonly string[]): string {
  const covers = clauses.map((clause) => coverOf(text, clause));
  return clauses[covers.indexOf(Math.max(...covers))] ?? '';
}

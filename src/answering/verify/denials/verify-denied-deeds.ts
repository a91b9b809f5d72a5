import { coverOf } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import type { Denial } from './denials.ts';
import { findTurns } from './find-turns.ts';
import { negation } from './polarity-words.ts';
import { type ReadClause, readClauses, tellingOf } from './told-deeds.ts';

/** What the source denies wherever it tells of it, a claim does not tell as done, nor the other way round. */
export const deniedDeedRules: Rules = {
  'denied-deed': { fault: 'negation', find: deniedDeed },
  'told-deed': { fault: 'negation', find: toldDeed },
};

/** 「动用了党费」 for 「没有动用党费」. */
function deniedDeed(claim: string, { sentences }: Evidence): string | undefined {
  return firstOwed(sentences.filter(isLasting).flatMap(readClauses), readClauses(claim));
}

/** Whether a sentence does not tell how it was at first and what came of it. */
function isLasting(sentence: string): boolean {
  return !(formerly.test(sentence) && /后来|才|如今|现在|之后/u.test(sentence));
}

/** 「没有动用党费」 for 「动用了党费」; what a claim denies in words of its own is much that its source just tells otherwise. */
function toldDeed(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap(readClauses);
  const isFree = told.some(({ text }) => /免|无偿|义务/u.test(text));
  const said = readClauses(claim).filter(({ text }) => {
    const plain = text.replace(negation, '');
    return (
      !left.test(text) &&
      !(isFree && payment.test(text)) &&
      told.some((clause) => coverOf(plain, clause.text) >= mostly)
    );
  });
  const deeds = said.map((clause) => ({
    ...clause,
    denials: clause.denials.filter(({ isDeed }) => isDeed),
  }));
  return firstOwed(deeds, told);
}

const left = /[没未][^,]{1,6}的|还没|尚未|不再|不只|不是/u;
const payment = /[收费钱票]/u;
const mostly = 0.55;

/** What one side denies and never affirms, and the other affirms plainly. */
function firstOwed(one: readonly ReadClause[], other: readonly ReadClause[]): string | undefined {
  const open = other.filter(({ text }) => !soft.test(text));
  return one
    .filter(({ text }) => !formerly.test(text))
    .flatMap(({ text, denials }) => denials.filter((denial) => isPlain(denial, text)))
    .find((denial) => isOwed(denial, { one, other, open }))?.head;
}

/** How often a clause denies, in quotation marks too, but not before its last 的: 「没有人管的难题解决了」. */
function countTurns(text: string): number {
  return findTurns(text.replace(/[“”「」"]/gu, '').replace(/^.*[不没未].{1,8}的(?=..)/u, ''))
    .length;
}

/** 「非党员」 denies nothing, and single characters say little. */
function isPlain({ head, rest, mark }: Denial, text: string): boolean {
  // Of 没有取消核查 nothing is denied but 取消.
  if (findTurns(text).length === 0 && findTurns(head).length === 0) return false;
  return mark !== '非' && (head.length > 1 || rest.length > 0);
}

// Denies without one of the negations, or leaves open.
const soft = /难(?!题)|避|担心|怕|顾虑|隐患|比起|比.+更|不足|险些|差点/u;
const formerly = /以前|过去|从前|原来|起初|当初|原先|早先|最初|一开始|刚开始|往年|没想到/u;

// From here on a text surely tells of a deed.
const surely = 0.8;

function isOwed(
  { head, rest }: Denial,
  { one, other, open }: Readonly<Record<'one' | 'other' | 'open', readonly ReadClause[]>>,
): boolean {
  if (tellingOf(head, other).denied > 0 || tellingOf(head, one).said > 0) return false;
  return open.some(
    (clause) =>
      countTurns(clause.text.replace(head, '')) === 0 &&
      toldIn(head, clause) &&
      (head.length > 1 || rest.some((thing) => toldIn(thing, clause))),
  );
}

function toldIn(word: string, clause: ReadClause): boolean {
  const { said, affirmed } = tellingOf(word, [clause]);
  return said >= surely || (word.length === 1 && affirmed > 0);
}

import { charactersAndPairs, splitItems } from '../align-clauses.ts';
import type { Rules } from '../rules.ts';

/** What is told side by side does not change partners or places: 「单日归下坪，双日归上坪」, 「先保水稻，再保饮水」. */
export const pairRules: Rules = {
  'crossed-pairs': {
    fault: 'attribution',
    isCertain: true,
    find: (claim, { sentences }) => otherPartners(claim, sentences),
  },
  'turned-change': {
    fault: 'negation',
    isCertain: true,
    find: (claim, { sentences }) => turnedChange(claim, sentences),
  },
  'other-order': {
    fault: 'attribution',
    isCertain: true,
    find: (claim, { sentences }) => otherOrder(claim, sentences),
  },
};

/** Two clauses of the source side by side, and two of the claim that each take one end of either. */
function otherPartners(claim: string, sentences: readonly string[]): string | undefined {
  const said = splitItems(claim);
  for (const sentence of sentences) {
    const told = splitItems(sentence);
    for (const [at, one] of told.entries()) {
      const other = told[at + 1];
      if (other === undefined || /等/u.test(other) || !areAlikeLong(one, other)) continue;
      const [own, others] = [endsOf(one, other), endsOf(other, one)];
      const isCrossed = said.some((clause, place) =>
        areCrossed(clause, said[place + 1] ?? '', [own, others]),
      );
      if (isCrossed) return `${one} / ${other}`;
    }
  }
  return undefined;
}

/** What is told side by side in one form: 「甲组负责东片，乙组负责西片」. */
function areAlikeLong(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= 2;
}

interface Ends {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** The pairs of characters only one of two clauses has, of its beginning and of its end. */
function endsOf(one: string, other: string): Ends {
  const own = [...charactersAndPairs(one)].filter(
    (part) => part.length > 1 && !other.includes(part),
  );
  const middle = one.length / 2;
  return {
    first: own.filter((part) => one.indexOf(part) + 1 <= middle),
    last: own.filter((part) => one.indexOf(part) + 1 > middle),
  };
}

/** Whether two clauses each begin as one and end as the other; what both of them have parts neither. */
function areCrossed(clause: string, next: string, [own, others]: readonly [Ends, Ends]): boolean {
  const apart = ({ first: begins, last: ends }: Ends): Ends => ({
    first: begins.filter((part) => !(clause.includes(part) && next.includes(part))),
    last: ends.filter((part) => !(clause.includes(part) && next.includes(part))),
  });
  const [one, other] = [apart(own), apart(others)];
  return [
    [clause, next],
    [next, clause],
  ].some(([here = '', there = '']) => crosses(here, one, other) && crosses(there, other, one));
}

/** Whether a clause begins as one and ends as the other. */
function crosses(clause: string, begins: Ends, ends: Ends): boolean {
  const holds = (parts: readonly string[]) => parts.some((part) => clause.includes(part));
  if (holds(begins.last) || holds(ends.first)) return false;
  // 「周二和周五」: what is joined is told of both.
  const items = clause.split(/[和与及]/u);
  return items.some((item) =>
    [begins.first, ends.last].every((parts) => parts.some((part) => item.includes(part))),
  );
}

const first = /(?:优先|首先|先)(?!后|进|锋|前|生|天|行)(\p{Script=Han}{2,8})/u;
const second = /(?:^|[^一不])(?:再|然后|其次|后)(?!说|次|来|三|也)(\p{Script=Han}{2,8})/u;

/** 「先保水稻」 where the source has 「优先保人畜饮水，再保水稻」. */
function otherOrder(claim: string, sentences: readonly string[]): string | undefined {
  const own = firstOf(claim);
  if (own === undefined) return undefined;
  for (const sentence of sentences) {
    const [before, after] = [firstOf(sentence), second.exec(sentence)?.[1]];
    if (before === undefined || after === undefined) continue;
    const holdsOf = (text: string, other: string) =>
      [...charactersAndPairs(text)].some(
        (part) => part.length > 1 && !other.includes(part) && own.includes(part),
      );
    if (holdsOf(after, before) && !holdsOf(before, after)) return own;
  }
  return undefined;
}

/** What comes first, without what comes after it in the same clause. */
function firstOf(text: string): string | undefined {
  return first.exec(text)?.[1]?.split(/再|然后|其次/u)[0];
}

const change =
  /(\p{Script=Han}{1,3})点?(?:就|会|都|也|要)*(?:换|改|变|转|调)(?:成了?|为了?|到了?)?(\p{Script=Han}{1,3})/gu;

/** 「由双层换成单层」, 「绿点变红」 for 「由单层换成双层」, 「红点变绿」. */
function turnedChange(claim: string, sentences: readonly string[]): string | undefined {
  const told = sentences.flatMap(changesOf);
  return changesOf(claim).find(
    ({ from, to }) =>
      told.some((one) => one.from === to && one.to === from) &&
      !told.some((one) => one.from === from && one.to === to),
  )?.to;
}

/** What a text lets something change from and to, by the last two characters before and the first two behind. */
function changesOf(text: string): readonly { readonly from: string; readonly to: string }[] {
  return [...text.matchAll(change)].flatMap(([, before = '', behind = '']) => {
    const colour = [colours.exec(before)?.[0], colours.exec(behind)?.[0]];
    const [from = before.slice(-2), to = behind.slice(0, 2)] = colour;
    return from === to || from === '' ? [] : [{ from, to }];
  });
}

const colours = /[红黄蓝绿白黑紫橙灰]/u;

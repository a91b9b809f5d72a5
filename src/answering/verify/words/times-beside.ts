import { type AlignedRun, sentenceEnd } from './align-runs.ts';

/** A time that a claim gives and the one that its source gives to the same. */
export interface OtherTime {
  readonly said: string;
  readonly start: number;
  readonly told: string;
  readonly at: number;
}

const time =
  /(?:\d{4}年|[今去前明次同当]年)(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|[上下]半年|当[天晚日]|[次翌]日|第二[天年]|[上下]个?(?:月|周|星期)/gu;
const leastBehind = 4;
const mostBehind = 40;

/** Times of a claim that its source tells of something else, where it gives another time to what they stand before. */
export function findOtherTimes(
  claim: string,
  source: string,
  runs: readonly AlignedRun[],
): readonly OtherTime[] {
  return [...claim.matchAll(time)].flatMap(({ 0: said, index: start }) => {
    const end = start + said.length;
    const run = longestBehind(end, claim, runs);
    if (run === undefined) return [];
    const place = run.at + Math.max(0, end - run.start);
    const sentence = sentenceAround(source, place);
    if (sentence.text.includes(said)) return [];
    const told = [...sentence.text.slice(0, place - sentence.start).matchAll(time)].at(-1);
    if (told === undefined || agree(said, told[0])) return [];
    return [{ said, start, told: told[0], at: sentence.start + told.index }];
  });
}

/** The longest run behind a place, in the same sentence of the claim and not far from it. */
function longestBehind(
  end: number,
  claim: string,
  runs: readonly AlignedRun[],
): AlignedRun | undefined {
  const rest = claim.slice(end, end + mostBehind);
  const stop = rest.search(sentenceEnd);
  const last = end + (stop === -1 ? rest.length : stop);
  const lengthOf = ({ start, length }: AlignedRun) =>
    Math.min(start + length, last) - Math.max(start, end);
  const [longest] = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return longest !== undefined && lengthOf(longest) >= leastBehind ? longest : undefined;
}

function sentenceAround(text: string, place: number) {
  let start = place;
  while (start > 0 && !sentenceEnd.test(text.charAt(start - 1))) start -= 1;
  let end = place;
  while (end < text.length && !sentenceEnd.test(text.charAt(end))) end += 1;
  return { start, text: text.slice(start, end) };
}

/** Whether what both give is the same: 「2022年11月」 and 「同年11月」 may be one time. */
function agree(said: string, told: string): boolean {
  const [own, other] = [partsOf(said), partsOf(told)];
  const shared = (['year', 'month', 'day'] as const).filter(
    (part) => own[part] !== undefined && other[part] !== undefined,
  );
  return shared.length > 0 && shared.every((part) => own[part] === other[part]);
}

function partsOf(one: string) {
  return {
    year: /\d{4}(?=年)/u.exec(one)?.[0],
    month: /\d{1,2}(?=月)/u.exec(one)?.[0],
    day: /\d{1,2}(?=日)/u.exec(one)?.[0],
  };
}

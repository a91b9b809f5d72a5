/** Characters of a claim that its source does not have beside one another, and what the source has in their place. */
export interface Replacement {
  readonly said: string;
  /** Where it stands in the claim. */
  readonly start: number;
  readonly told: string;
  /** The words on both sides, or the end of the clause on one, are the source's. */
  readonly isBoth: boolean;
}

const han = /\p{Script=Han}/u;
const mark = /[,;:。!?…\n、"“”「」]/u;
const mostBefore = 4;
const mostTold = 10;
const mostAtEdge = 7;
const mostLoose = 6;
// A single character tells a place only when it is grammar.
const joints = '的在由和是到把被从与为给向';

/** Which characters of a text stand in a pair that the other text has too. */
export function sharedCharacters(text: string, other: string): readonly boolean[] {
  const shared = Array.from({ length: text.length }, () => false);
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair) && other.includes(pair)) {
      shared[at] = true;
      shared[at + 1] = true;
    }
  }
  for (const { 0: word, index } of text.matchAll(/[a-z0-9.]+/gu))
    if (other.includes(word)) shared.fill(true, index, index + word.length);
  return shared;
}

/** Finds what in a folded claim stands in place of other words of its folded source. */
export function findReplacements(claim: string, source: string): readonly Replacement[] {
  const shared = sharedCharacters(claim, source);
  const told = sharedCharacters(source, claim);
  const found: Replacement[] = [];
  for (let from = 0; from < claim.length; from += 1) {
    if (shared[from] === true || !han.test(claim.charAt(from))) continue;
    let to = from;
    while (to < claim.length && shared[to] !== true && han.test(claim.charAt(to))) to += 1;
    const run = { claim, from, to, source, told };
    const replaced = between(run) ?? atEdge(run) ?? beside(run);
    if (replaced !== undefined)
      found.push({ said: claim.slice(from, to), start: from, ...replaced });
    from = to;
  }
  return found;
}

interface Run {
  readonly claim: string;
  readonly from: number;
  readonly to: number;
  readonly source: string;
  readonly told: readonly boolean[];
}

type Told = Pick<Replacement, 'told' | 'isBoth'>;

/** 「铸造车间」 for 「总装车间」 between the same words. */
function between(run: Run): Told | undefined {
  const rights = placesBehind(run);
  for (const start of placesBefore(run))
    for (const end of rights) {
      const told = run.source.slice(start, end);
      if (end > start && told.length <= mostTold && !mark.test(told)) return { told, isBoth: true };
    }
  return undefined;
}

/** The run begins or ends its clause, and so does what it replaces. */
function atEdge(run: Run): Told | undefined {
  const { claim, from, to, source } = run;
  const begins = isEnd(claim, from - 1)
    ? placesBehind(run).map((end) => runBefore(source, end))
    : [];
  const ends = isEnd(claim, to) ? placesBefore(run).map((start) => runBehind(source, start)) : [];
  const told = [...begins, ...ends].find((one) => one !== '' && one.length <= mostAtEdge);
  return told === undefined ? undefined : { told, isBoth: true };
}

function isEnd(text: string, at: number): boolean {
  return at < 0 || at >= text.length || mark.test(text.charAt(at));
}

/** The characters between the beginning of a clause and a place; none where something else stands between. */
function runBefore(source: string, end: number): string {
  const told = /\p{Script=Han}*$/u.exec(source.slice(Math.max(0, end - mostTold), end))?.[0] ?? '';
  return isEnd(source, end - told.length - 1) ? told : '';
}

function runBehind(source: string, start: number): string {
  const told = /^\p{Script=Han}*/u.exec(source.slice(start, start + mostTold))?.[0] ?? '';
  return isEnd(source, start + told.length) ? told : '';
}

/** Only one side is the source's: what stands beside it there and not in the claim. */
function beside(run: Run): Told | undefined {
  const { source, told } = run;
  for (const end of placesBehind(run)) {
    let start = end;
    while (start > 0 && end - start < mostLoose && isUntaken(source, told, start - 1)) start -= 1;
    if (start < end)
      return { told: source.slice(start, end), isBoth: isOneForOne(run, start, end) };
  }
  for (const start of placesBefore(run)) {
    let end = start;
    while (end - start < mostLoose && isUntaken(source, told, end)) end += 1;
    if (start < end) return { told: source.slice(start, end), isBoth: false };
  }
  return undefined;
}

/** As many characters, behind the same one: 「省农业」 for 「省林业」. */
function isOneForOne({ claim, from, to, source }: Run, start: number, end: number): boolean {
  return (
    end - start === to - from && from > 0 && source.charAt(start - 1) === claim.charAt(from - 1)
  );
}

function isUntaken(source: string, told: readonly boolean[], at: number): boolean {
  return told[at] === false && han.test(source.charAt(at));
}

/** Where in the source the characters before the run end. */
function placesBefore({ claim, from, source }: Run): readonly number[] {
  for (let length = Math.min(mostBefore, from); length >= 1; length -= 1) {
    const left = claim.slice(from - length, from);
    if (!isContext(left) || (length === 1 && !joints.includes(left))) continue;
    const places = placesOf(left, source).map((at) => at + length);
    if (places.length > 0) return places;
  }
  return [];
}

/** Where in the source the characters behind the run begin. */
function placesBehind({ claim, to, source }: Run): readonly number[] {
  for (let length = Math.min(mostBefore, claim.length - to); length >= 2; length -= 1) {
    const right = claim.slice(to, to + length);
    const places = isContext(right) ? placesOf(right, source) : [];
    if (places.length > 0) return places;
  }
  return [];
}

/** Characters that tell a place; of a list with its marks. */
function isContext(part: string): boolean {
  return /^\p{Script=Han}+$|^、\p{Script=Han}{2,}$|^\p{Script=Han}{2,}、$/u.test(part);
}

function placesOf(part: string, source: string): readonly number[] {
  return [...source.matchAll(new RegExp(part, 'gu'))].map(({ index }) => index);
}

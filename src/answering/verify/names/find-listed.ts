import { tagWords } from '../tag-words.ts';
import { isNew } from '../words/known-words.ts';
import { sayTheSame } from '../words/synonymous-deeds.ts';

/** What stands on both sides of a mark or word that lists. */
interface Pair {
  readonly before: string;
  readonly after: string;
}

/** 「大坪、石门两个工区」 for 「大坪、鹰嘴两个工区」: of two that the source lists together, the claim has another one. */
export function findOtherListed(claim: string, source: string): string | undefined {
  const told = pairsOf(source);
  for (const said of pairsOf(claim))
    for (const pair of told) {
      const other = otherBehind(said, pair) ?? otherBefore(said, pair);
      if (other !== undefined && isAnother(other, claim, source)) return other.said;
    }
  return undefined;
}

interface Other {
  readonly said: string;
  readonly told: string;
  /** Both go on alike. */
  readonly isAnchored?: true;
}

function pairsOf(text: string): readonly Pair[] {
  return [...text.matchAll(/[、和与及]/gu)].flatMap(({ index }) => {
    const before = /\p{Script=Han}{2,}$/u.exec(text.slice(Math.max(0, index - 6), index))?.[0];
    const after = /^\p{Script=Han}{2,}/u.exec(text.slice(index + 1, index + 9))?.[0];
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
}

/** What is listed behind the same, up to where both go on alike. */
function otherBehind(said: Pair, told: Pair): Other | undefined {
  if (said.before.slice(-2) !== told.before.slice(-2)) return undefined;
  const [own, theirs] = [said.after, told.after];
  for (let at = 0; at + 1 < own.length; at += 1) {
    const end = theirs.indexOf(own.slice(at, at + 2));
    if (end === -1) continue;
    if (at === 0 || end === 0) return undefined;
    return { said: own.slice(0, at), told: theirs.slice(0, end), isAnchored: true };
  }
  return { said: firstWord(own), told: firstWord(theirs) };
}

/** What is listed before the same. */
function otherBefore(said: Pair, told: Pair): Other | undefined {
  if (said.after.slice(0, 2) !== told.after.slice(0, 2)) return undefined;
  return { said: lastWord(said.before), told: lastWord(told.before) };
}

function isAnother({ said, told, isAnchored }: Other, claim: string, source: string): boolean {
  if (source.includes(said) || claim.includes(told) || sayTheSame(said, told)) return false;
  if (said.length === 1 || told.length === 1) return said.length === told.length;
  if (isAnchored && said.length === told.length)
    return [...said].every((one, at) => one === told.charAt(at) || !source.includes(one));
  return isNew(said, source) && isNew(told, claim);
}

function firstWord(run: string): string {
  return tagWords(run).find(({ word }) => word.length > 1)?.word ?? run.slice(0, 2);
}

function lastWord(run: string): string {
  return tagWords(run).findLast(({ word }) => word.length > 1)?.word ?? run.slice(-2);
}

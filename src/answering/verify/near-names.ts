import type { Evidence } from './evidence.ts';
import { isSurname } from './find-persons.ts';
import { type TaggedWord, tagWords } from './tag-words.ts';

/** A name in a claim that differs from a person's of the articles by one character: 费以谦 for 费以勤. */
export function findNearName(claim: string, evidence: Evidence): string | undefined {
  const words = tagWords(claim);
  for (const name of evidence.persons)
    for (let at = 0; at + name.length <= claim.length; at += 1) {
      const other = claim.slice(at, at + name.length);
      const isOther =
        isNear(other, name) &&
        isCutOut(other, at, words) &&
        !isTold({ other, at, name, claim }, evidence);
      if (isOther) return other;
    }
  return undefined;
}

const noName =
  /[的了着过都也还又就很太更最不没在是从向把被给让说讲这那其该各每所会能要可只已将当带曾]/u;

function isNear(other: string, name: string): boolean {
  if (!/^\p{Script=Han}+$/u.test(other) || noName.test(other.slice(1))) return false;
  const same = [...other].filter((one, at) => one === name.charAt(at)).length;
  if (same !== name.length - 1) return false;
  return other.charAt(0) === name.charAt(0) || name.length > 2;
}

/** The words of the claim are not cut through the name; one of two characters is a word that nobody knows. */
function isCutOut(name: string, at: number, words: readonly TaggedWord[]): boolean {
  if (name.length === 2)
    return words.some(
      ({ word, index, tag }) => index === at && word === name && /^(?:x|nr)/u.test(tag),
    );
  const isWhole = words.some(({ word }) => word === name);
  if (!isWhole && !isSurname(name)) return false;
  const cuts = words.flatMap(({ index, word }) => [index, index + word.length]);
  return cuts.includes(at) || cuts.includes(at + name.length);
}

interface Near {
  readonly other: string;
  readonly at: number;
  readonly name: string;
  readonly claim: string;
}

/** The articles have the same characters, or a shorter name that the claim goes on from: 「尉迟明用」. */
function isTold(
  { other, at, name, claim }: Near,
  { persons, bodies, headings }: Evidence,
): boolean {
  const around = claim.slice(Math.max(0, at - 2), at + name.length + 2);
  const stem = name.slice(0, -1);
  const isLonger =
    other.startsWith(stem) && stem.length > 1 && bodies.replaceAll(name, '').includes(stem);
  return (
    isLonger ||
    `${bodies}\n${headings}`.includes(other) ||
    persons.some((one) => around.includes(one))
  );
}

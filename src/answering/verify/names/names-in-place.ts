import { isSurname } from './find-persons.ts';

const role = '[员师长人工兵户生民者手商匠主家任记理导官警授士席]';
const windows = new RegExp(
  `(?<=${role})(?!(?<=主)任)(?=(\\p{Script=Han}{3})(\\p{Script=Han}))`,
  'gu',
);
const shortNames = new RegExp(
  `(\\p{Script=Han}${role})(\\p{Script=Han})(\\p{Script=Han})(\\p{Script=Han}{2})`,
  'gu',
);
const grammar =
  /[的了着过们都也还又就才很更最不没在是和与从向把被给让说讲这那其该各每所会能要可只已将当有等对到去来为因由用提负介表担主带]/u;

/**
 * A name that differs by one character from what the source has behind a role: 封立新查了 for 党员封立诚查了. What follows
 * tells that no more than the name is another.
 */
export function findNameInPlace(claim: string, source: string): string | undefined {
  return shortName(claim, source) ?? fullName(claim, source);
}

function fullName(claim: string, source: string): string | undefined {
  for (const [, told = '', next = ''] of source.matchAll(windows)) {
    const [surname = '', first = '', last = ''] = told;
    if (!isSurname(told) || grammar.test(told.slice(1))) continue;
    const like = new RegExp(
      `${surname}(?:${first}(?!${last})\\p{Script=Han}|(?!${first})\\p{Script=Han}${last})`,
      'gu',
    );
    const other = [...claim.matchAll(like)].find(
      ({ 0: name, index }) =>
        !source.includes(name) &&
        !claim.includes(told) &&
        !grammar.test(name.slice(1)) &&
        isInPlace(claim, { index, next }),
    );
    if (other !== undefined) return other[0];
  }
  return undefined;
}

const behindName = /^(?:跑|说|表示|介绍|认为|查|率|提|是|在)/u;

function isInPlace(
  claim: string,
  { index, next }: { readonly index: number; readonly next: string },
): boolean {
  const [before, after] = [claim.slice(0, index), claim.slice(index + 3)];
  const isBehindRole = new RegExp(`(?:${role}|[的,由、]|^)$`, 'u').test(before);
  return isBehindRole && (after.startsWith(next) || behindName.test(after));
}

/** 「队员文海上门」 for 「队员文涛上门」: all around it is the source's. */
function shortName(claim: string, source: string): string | undefined {
  for (const [, before = '', surname = '', given = '', after = ''] of source.matchAll(shortNames)) {
    if (!isSurname(surname) || grammar.test(given)) continue;
    const other = new RegExp(`${before}(${surname}(?!${given})\\p{Script=Han})${after}`, 'u').exec(
      claim,
    )?.[1];
    if (other !== undefined && !source.includes(other) && !grammar.test(other)) return other;
  }
  return undefined;
}

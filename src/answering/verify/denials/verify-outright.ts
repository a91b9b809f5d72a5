import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { withoutPlainNegatives } from './denials.ts';

/** What a clause of the source denies at its end, a claim does not tell as done or allowed: 「要扣奖金」 for 「不扣奖金」. */
export const outrightRules: Rules = {
  'not-the-cause': { fault: 'negation', isCertain: true, find: notTheCause },
  'none-of-them': { fault: 'negation', isCertain: true, find: noneOfThem },
  'denied-outright': { fault: 'negation', isCertain: true, find: toldOutright },
  'cause-denied': { fault: 'negation', isCertain: true, find: causeDenied },
};

/** 「是他们不愿意办」 for 「不是他们不愿意办，而是……」. */
function notTheCause(claim: string, { sentences }: Evidence): string | undefined {
  if (/不是|并非|不在|不等|不算|不出在|而是|不怪|不因|误/u.test(claim)) return undefined;
  const said = splitClauses(claim);
  return sentences
    .flatMap(splitClauses)
    .map((clause) => /(?:(?<!而)不是|并非)(?!谁)([^是的]{3,})$/u.exec(clause)?.[1] ?? '')
    .find((cause) => cause !== '' && said.some((clause) => affirms(clause, cause)));
}

const deniedCause = /(?:并?不是|并非|不在于?)(?:因为|由于|为了|出于)?([^,;。:]{4,24})$/u;
const toldCause = /(?:原因(?:就?是|在于)|因为|由于|在于|关键[是在]于?)([^,;。:]{4,})$/u;

/** 「并不是因为占地没有补偿」 for 「主要原因是占地没有补偿」. */
function causeDenied(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap(splitClauses);
  const causes = told
    .filter((clause) => !contrast.test(clause))
    .map((clause) => toldCause.exec(clause)?.[1] ?? '')
    .filter((cause) => cause !== '');
  const isContrast = told.some((clause) => contrast.test(clause));
  if (isContrast || causes.length === 0) return undefined;
  return splitClauses(claim)
    .map((clause) => deniedCause.exec(clause)?.[1] ?? '')
    .find((part) => part !== '' && causes.some((cause) => coverOf(part, cause) >= nearlyAll));
}

const contrast = /不是|并非|不在于|而非/u;
const nearlyAll = 0.75;

/** Whether a clause has the end of a cause, and no denial before it that is not the cause's own. */
function affirms(said: string, cause: string): boolean {
  const at = said.indexOf(cause.slice(-3));
  return (
    at !== -1 && (/[不没未]/u.test(cause.slice(0, -3)) || !/[不没未].?.?$/u.test(said.slice(0, at)))
  );
}

const none = /(?:没有|无)任?何?一[名个位户家起次件]?(\p{Script=Han}{2,4})/u;
const all = /[不没未无零免拒非]|杜绝|全部|全都|都|均|一律/u;

/** 「没有一名退休党员愿意来」 where the source tells of 退休党员 and denies nothing. */
function noneOfThem(claim: string, { sentences }: Evidence): string | undefined {
  const told = none.exec(claim)?.[1] ?? '';
  const noun = [4, 3, 2]
    .map((length) => told.slice(0, length))
    .find((part) => sentences.some((sentence) => sentence.includes(part)));
  if (noun === undefined || noun === '') return undefined;
  const about = sentences.filter((sentence) => sentence.includes(noun));
  return about.some((sentence) => all.test(sentence)) ? undefined : noun;
}

const denied = /^.*(?:不得|不许|不准|不会|没有|不|未)(\p{Script=Han}{2,8})$/u;
const denies = /[不没未无非免拒禁停勿]|取消|杜绝|避免|防止/u;
// How near before the word a denial is of it.
const reach = 3;

function toldOutright(claim: string, { sentences, text }: Evidence): string | undefined {
  return sentences
    .flatMap(splitClauses)
    .map((clause) => denied.exec(withoutPlainNegatives(clause))?.[1] ?? '')
    .filter((deed) => deed.length > 1 && !/[的了过是]/u.test(deed))
    .find(
      (deed) => isAlwaysDenied(deed, text) && splitClauses(claim).some((said) => tells(said, deed)),
    );
}

function isAlwaysDenied(deed: string, text: string): boolean {
  return placesOf(deed, text).every((at) =>
    /[不没未](?:得|许|准|会|有)?$/u.test(text.slice(0, at)),
  );
}

function tells(said: string, deed: string): boolean {
  const stressed = new RegExp(`(?:可以|也能|将|也?要|也得|照样|都要)${deed}(?!的)`, 'u');
  return stressed.test(said) && placesOf(deed, said).every((at) => !isDenied(said.slice(0, at)));
}

function isDenied(before: string): boolean {
  return (
    denies.test(before.slice(-reach)) ||
    /(?:不一定|不见得|用不着)\p{Script=Han}{0,2}$/u.test(before)
  );
}

function placesOf(part: string, text: string): readonly number[] {
  return [...text.matchAll(new RegExp(part, 'gu'))].map(({ index }) => index);
}

import { splitClauses } from './align-clauses.ts';
import { withoutPlainNegatives } from './denials.ts';
import type { Evidence } from './evidence.ts';
import type { Rules } from './rules.ts';

/** What a clause of the source denies at its end, a claim does not tell as done or allowed: 「要扣奖金」 for 「不扣奖金」. */
export const outrightRules: Rules = {
  'denied-outright': { fault: 'negation', find: toldOutright },
};

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
  const stressed = new RegExp(`(?:可以|也能|将|也?要|也得|照样|都要)${deed}`, 'u');
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

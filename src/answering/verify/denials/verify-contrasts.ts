import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';

/** What a source sets against another is not turned round: 「不是A,而是B」, 「过去A,如今B」. */
export const contrastRules: Rules = {
  'other-focus': { fault: 'negation', isCertain: true, find: otherFocus },
  'no-longer': { fault: 'negation', find: noLonger },
  'cases-exchanged': { fault: 'negation', isCertain: true, find: casesExchanged },
};

// What is said to be so, and what not, in the words behind them.
const denied = /(?:并?不[是在]|并非|不在于|而非)([^,;。:]{2,24})/gu;
const affirmed =
  /(?<![不而])(?:而是|就是|正是|(?<=最\p{Script=Han}{1,8}的)是|在于|是因为)(?!不)([^,;。:]{2,24})/gu;
// 「最多的是A,而不是B」, 「不是A,是B」.
const contrast = /不是|并非|而非|不在于/u;

/** What the source says it is not, is what the claim says it is, or the other way about. */
function otherFocus(claim: string, { sentences }: Evidence): string | undefined {
  const [isSo, isNot] = [partsOf(claim, affirmed), partsOf(claim, denied)];
  if (isSo.length + isNot.length === 0) return undefined;
  const told = sentences.filter((sentence) => contrast.test(sentence));
  const toldNot = told.flatMap((sentence) => partsOf(sentence, denied));
  const toldSo = told.flatMap((sentence) => [
    ...partsOf(sentence, affirmed),
    ...[...sentence.matchAll(/不是[^,;。:]{2,24},是([^,;。:]{2,24})/gu)].map(
      ([, part = '']) => part,
    ),
  ]);
  return (
    isSo.find((part) => holds(part, toldNot) && !holds(part, toldSo)) ??
    isNot.find((part) => holds(part, toldSo) && !holds(part, toldNot))
  );
}

function partsOf(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, part = '']) => part);
}

// How much of what is said a part must tell.
const mostly = 0.5;

function holds(part: string, told: readonly string[]): boolean {
  return told.some((one) => coverOf(part, one) >= mostly);
}

const still = /仍|依旧|依然|照旧|照样|还在|还是|至今还|始终|一直/u;
const formerly =
  /过去|原来|(?<![年月日岁])以前|从前|起初|当初|原本|原先|最初|年前|曾|一开始|往年|改变|不再/u;
const unchanged = /仍|依|还|照|始终|一直|至今|继续|保留|坚持|不变/u;

/** 「如今仍有三分之一撂荒」 where that was so before. */
function noLonger(claim: string, { sentences }: Evidence): string | undefined {
  return splitClauses(claim).find((said) => {
    if (!still.test(said)) return false;
    const told = sentences.flatMap((sentence) =>
      splitClauses(sentence).map((clause) => ({ clause, sentence, cover: coverOf(said, clause) })),
    );
    const [nearest] = told.toSorted((a, b) => b.cover - a.cover);
    return (
      nearest !== undefined &&
      nearest.cover >= related &&
      formerly.test(nearest.clause) &&
      !unchanged.test(nearest.sentence) &&
      !formerly.test(said)
    );
  });
}

// From what share of a clause its source tells of the same.
const related = 0.25;

/** What is told of a case, and of its contrary: 写红卡 and 写蓝卡 of 「影响安全的写红卡,不影响安全的写蓝卡」. */
interface Cases {
  readonly so: string;
  readonly notSo: string;
}

const contraryCase =
  /^(?:\p{Script=Han}{0,4}?)(?:不|没有?|未)(\p{Script=Han}{2,8}?)的?(?:要|就|则)?(\p{Script=Han}{2,})$/u;

/** Reads pairs of clauses of which one tells what is so in a case, and the other what is when not. */
function casesOf(text: string): readonly Cases[] {
  const clauses = splitClauses(text);
  return clauses.flatMap((one) =>
    clauses
      .filter((other) => other !== one && /[不没未]/u.test(other) && !/[不没未]/u.test(one))
      .flatMap((other) => {
        const of = contraryCase.exec(other)?.[1] ?? '';
        if (of === '' || !one.includes(of)) return [];
        return [{ so: one.slice(-reach), notSo: other.slice(-reach) }];
      }),
  );
}

// How much of the end of a clause tells what is done in its case.
const reach = 2;

/** 「影响安全的写蓝卡,不影响安全的写红卡」 for the other way about. */
function casesExchanged(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap(casesOf);
  return casesOf(claim).find(({ so, notSo }) =>
    told.some((one) => one.so !== one.notSo && one.so === notSo && one.notSo === so),
  )?.so;
}

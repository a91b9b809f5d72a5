import { splitClauses } from '../align-clauses.ts';
import { clausesWith, figuresIn } from '../denials/clauses-with.ts';
import type { Evidence } from '../evidence.ts';
import { perUnitsOf } from './per-units.ts';

/** 「每吨46元」 for 「每公斤46元」: the clauses that have the figure count it for another thing. */
export function perAnother(claim: string, evidence: Evidence): string | undefined {
  const own = perUnitsOf(withEach(claim));
  return splitClauses(claim.replace(priced, '每'))
    .map((clause) => perAnotherThan(own, clause, evidence))
    .find((unit) => unit !== undefined);
}

/** A unit of a clause that the source does not have, where it has another that the claim does not have. */
function perAnotherThan(
  own: readonly string[],
  clause: string,
  { text, sentences }: Evidence,
): string | undefined {
  const units = perUnitsOf(clause);
  if (units.length === 0) return undefined;
  const anywhere = perUnitsOf(withEach(text));
  const unknown = units.find((unit) => !/^[次趟]$/u.test(unit) && !anywhere.includes(unit));
  if (unknown === undefined) return undefined;
  const isReplaced = figuresIn(clause).some((figure) =>
    clausesWith(figure, sentences).some((one) =>
      perUnitsOf(one).some((unit) => !own.includes(unit)),
    ),
  );
  return isReplaced ? unknown : undefined;
}

// 「一公斤只卖28元」, 「一户200元」
const priced =
  /(?<![\d第十])[一1](?=(?:吨|公斤|斤|克|亩|户|人|度|[个平立]?方?米|箱|袋|瓶|筐|份|单|件|趟|次)[\p{Script=Han}]{0,4}\d+(?:\.\d+)?万?元)/gu;

/** 「一个月」 may be 「每个月」, 「月薪」 is 「每月」. */
function withEach(text: string): string {
  return text
    .replace(/[一1](?=\p{Script=Han})/gu, '每')
    .replace(
      /(?<![每\d一二三四五六七八九十两几个上下本当整多])[日周月年](?=薪|租|工资|工钱|收入)/gu,
      '每$&',
    );
}

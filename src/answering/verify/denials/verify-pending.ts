import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';

/** What is still to come or under way is not told as done, nor what is done as still to come. */
export const pendingRules: Rules = {
  'done-already': { fault: 'negation', isCertain: true, find: doneAlready },
  'yet-to-come': { fault: 'negation', isCertain: true, find: yetToCome },
};

const verbs = '装修建办做谈治改写编种协商调查审批搬清核验整';
const done = new RegExp(
  `已经?(?!\\p{Script=Han}{0,4}[没未不])|早已|早就|完毕|建成|落成|投用|投入使用|用上了|完成了|[${verbs}](?:好|完|成|妥|结)了?(?=$|[,并的])|到位了?$|[启停]用了$`,
  'u',
);
const pending =
  /仍在|还在|正在|尚在|计划|打算|准备(?!好)|拟|将(?=[于在建由把新会从逐全为再陆继向对推启增])|争取|力争|有望|预计|尚未|还没|暂未|未能|仍未|暂不|下一步|明年|等待|还不能|做不到|有待|尚待|待定|亟待/u;
const notYet = /尚未|还没|仍未|暂未|还未|至今[没未]/u;
const denial = /[不没未无]/u;

/** 「已经协调完毕」 for 「仍在协调」. */
function doneAlready(claim: string, { sentences }: Evidence): string | undefined {
  if (pending.test(claim)) return undefined;
  return findApart(splitClauses(claim), sentences, { own: done, told: pending });
}

/** 「还没有协调完」 for 「已经协调完毕」. */
function yetToCome(claim: string, { sentences }: Evidence): string | undefined {
  return findApart(splitClauses(claim), sentences, { own: notYet, told: done });
}

interface Sides {
  readonly own: RegExp;
  readonly told: RegExp;
}

// From what share of a clause its source tells of the same.
const related = 0.4;

function findApart(
  clauses: readonly string[],
  sentences: readonly string[],
  { own, told }: Sides,
): string | undefined {
  return clauses.find((said) => {
    if (
      /[后时]$/u.test(said) ||
      !own.test(said) ||
      told.test(said) ||
      (own === done && denial.test(said))
    )
      return false;
    const rest = said.replace(own, '').replace(/[也都了现在]/gu, '');
    const covers = sentences.flatMap((sentence) =>
      splitClauses(sentence).map((clause) => ({
        clause,
        sentence,
        cover: coverOf(rest, clause),
      })),
    );
    const [nearest] = covers.toSorted((a, b) => b.cover - a.cover);
    return (
      nearest !== undefined &&
      nearest.cover >= related &&
      told.test(nearest.clause) &&
      // 「申请已递交，尚未批复」
      !own.test(own === notYet ? nearest.sentence : nearest.clause) &&
      !covers.some(({ clause, cover }) => cover >= related && own.test(clause))
    );
  });
}

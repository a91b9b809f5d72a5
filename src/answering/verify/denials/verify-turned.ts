import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';

/** What costs nothing is not told as paid, and a measure goes the way it went. */
export const turnedRules: Rules = {
  'paid-for-free': { fault: 'negation', find: paidForFree },
  'other-way': { fault: 'negation', isCertain: true, find: otherWay },
};

const free =
  /免(?!疫|检)|无偿|义务(?!教育|植树)|白送|分[文毫]|(?:不|没有?|未|无需?|无须)[^,]{0,4}?(?:收|花|要|交|掏|付|缴|出|取|领|拿|售票|买)[^,]{0,4}?(?:钱|费|票|租|押金|报酬|补[贴偿助]|酬|金|款)|不(?:收|花|交|付|取)|一[分毛]钱?也?[不没]/gu;
const paid =
  /(?:收[取了]?|[交缴付掏领拿买售照要]|花(?!费)|出(?=.{0,2}钱))[^,不没免]{0,8}?(?:钱|费|票|租金|押金|报酬|补[贴偿助]款?|酬)|收费|收取|缴纳|自费|有偿|分摊|照[交收缴]|自掏|有报酬/u;

const denies = /[不没未无非]/u;
const amount = /\d[\d.]*[万亿]?元/gu;

/** 「复称需要交钱」 for 「可以随时复称,不收一分钱」. */
function paidForFree(claim: string, { sentences, text }: Evidence): string | undefined {
  return splitClauses(claim).find((said) => {
    if (!paid.test(said) || denies.test(said) || isFree(claim)) return false;
    if ((said.match(amount) ?? []).some((one) => text.includes(one))) return false;
    const [nearest] = sentences.toSorted((a, b) => coverOf(claim, b) - coverOf(claim, a));
    const told = splitClauses(nearest ?? '');
    const gratis = told.filter(isFree);
    const charged = told.filter((clause) => !isFree(clause) && paid.test(clause));
    const likest = (clauses: readonly string[]) =>
      Math.max(0, ...clauses.map((clause) => coverOf(clause, claim)));
    return gratis.length > 0 && (charged.length === 0 || likest(charged) < likest(gratis));
  });
}

function isFree(text: string): boolean {
  return text.match(free) !== null;
}

const measure = '[\\d.]+(?:%|倍|万|个百分点)?|[一二两三四五六七八九十百千]+成?|一?半';
const rise =
  '多[用花收放开跑采种养卖拿交要]\\p{Script=Han}{0,3}|增[加长多]了?|上升了?|提[高升前早]了?|上[涨浮调]了?|涨了?|多[了出]?|高[了出]?|长了?|快了?|延长了?|贵了?';
const fall =
  '少[用花收放开跑采种养卖拿交要]\\p{Script=Han}{0,3}|回?落了?|减[少]了?|下[降滑跌浮调]了?|降低?了?|缩短了?|少了?|低[了出]?|短了?|慢了?|推[迟后]了?|延后了?|晚了?|便宜了?|跌了?';
const moved = new RegExp(`(?<![最至])(?:(${rise})|(${fall}))(?:近|约|将近)?(${measure})`, 'gu');

/** 「比上年减少11万吨」 for 「比上年多出11万吨」: the same measure the other way, and nowhere the same way. */
function otherWay(claim: string, { text }: Evidence): string | undefined {
  const told = movesOf(text);
  return movesOf(claim).find(
    ({ by, way, isPace }) =>
      told.some((one) => one.by === by && one.way !== way && one.isPace === isPace) &&
      !told.some((one) => one.by === by && (one.way === way || one.isPace !== isPace)),
  )?.whole;
}

function movesOf(text: string) {
  return [...text.matchAll(moved)].map(({ 0: whole, 1: up, 3: by }) => ({
    whole,
    way: up === undefined ? 'fall' : 'rise',
    // What is 快了 takes 短了.
    isPace: /^(?:提前|提早|快|慢|推|延后|晚)/u.test(whole),
    by,
  }));
}

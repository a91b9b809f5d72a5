import { alignClauses, coverOf } from '../align-clauses.ts';
import { keepLast } from '../keep-last.ts';
import { flag, type Sign, withProducts } from '../sign.ts';
import { saysContrary } from './contrary-signs.ts';
import type { Denial } from './denials.ts';
import { standingOf } from './find-stands.ts';
import { directionOf, findTurns, formerly } from './find-turns.ts';
import { negation } from './polarity-words.ts';
import { nearestOf, type ReadClause, readClauses, tellingOf } from './told-deeds.ts';
import { average } from './turn-signs.ts';

/** What one side denies, held against the other: the claim against its source, or the source against the claim. */
export function denialSigns(claim: string, sentences: readonly string[]): readonly Sign[] {
  const told = sentences.map(readClauses);
  const said = readClauses(claim);
  const aligned = alignClauses(claim, sentences);
  const all = told.flat();
  const added = said.flatMap((clause) => {
    const at = aligned.find((one) => one.said === clause.text)?.at ?? 0;
    return clause.denials.flatMap((denial) => {
      const near = whereDenied(denial, told[at] ?? [], told);
      return signsOf('added', { ...clause, denials: [denial] }, { near, all, own: said });
    });
  });
  const lost = [...new Set(aligned.map(({ at }) => at))].flatMap((at) =>
    (told[at] ?? []).flatMap((clause) =>
      signsOf('lost', clause, { near: said, all: said, own: told[at] ?? [] }),
    ),
  );
  return [...added, ...lost];
}

/** The sentence beside a claim's clause, or the one that denies the same where that does not. */
function whereDenied(
  { head }: Denial,
  beside: readonly ReadClause[],
  told: readonly (readonly ReadClause[])[],
): readonly ReadClause[] {
  const denies = (clauses: readonly ReadClause[]) => tellingOf(head, clauses).denied > 0;
  return denies(beside) ? beside : (told.find(denies) ?? beside);
}

interface Around {
  /** The clauses of the other side that stand for the clause. */
  readonly near: readonly ReadClause[];
  /** All of the other side. */
  readonly all: readonly ReadClause[];
  /** The clauses beside it on its own side. */
  readonly own: readonly ReadClause[];
}

function signsOf(way: 'added' | 'lost', clause: ReadClause, around: Around): readonly Sign[] {
  return clause.denials.map((denial) => {
    const features = withProducts(measure(denial, clause, around), products);
    return {
      detail: denial.head,
      features: Object.fromEntries([
        [way, 1],
        ...Object.entries(features).map(([name, value]) => [`${way} ${name}`, value]),
      ]),
    };
  });
}

// Denies or lessens without one of the negations.
const soft =
  /免|缺|拒|改变|停(?!车|放|靠)|取消|清零|为?[零0](?![.\d])|仅|杜绝|消除|清除|难|减少|很少|极少|少有|空(?=白|无|缺|$)|中断|断|禁|从不|无|莫|绝|异常|反常|例外|不得|只(?:跑|能|剩|限|面向)|绕开|绕过|避开|跳过|撇开|甩开|告别|回避|除外|排除|退出|缺席|作罢|谢绝|婉拒|放弃|不到|不足|失败/u;
const stressed =
  /也要|也得|还得|还要|照样|仍|都要|都得|必须|一律|反而|反倒|一直|还是|照旧|依然|又|也|都|已经|了$/u;
const payment = /收钱|收费|收取|要钱|掏|出钱|花钱|付钱|付费|交钱|交费|费用|押金|一分|元|钱/u;
const forNothing = /免|无偿|义务|不收|不花|不用.{0,2}[花掏出付交]|全部?由|承担/u;

function measure(denial: Denial, clause: ReadClause, around: Around) {
  const { near, all, own } = around;
  const { head } = denial;
  const here = tellingOf(head, near);
  const things = denial.rest.map((word) => tellingOf(word, near));
  const rest = clause.text.replace(negation, '');
  const where =
    here.affirming ??
    things.find(({ affirming }) => affirming !== undefined)?.affirming ??
    nearestOf(rest, near);
  const [ownText, nearText] = [own, near].map((clauses) => clauses.map(textOf).join(','));
  const onItsOwn = tellingOf(head, own).said;
  const owed = here.affirmed * (1 - here.denied);
  const openness = opennessOf(denial, where, own);
  const isPlain = flag(openness.whereDenies + openness.softened === 0);
  const whereRest = where.text.replace(negation, '');
  return {
    ...openness,
    ...standingOf(clause.text, { beside: own.map(textOf), others: near.map(textOf) }),
    ...wordingOf(denial, clause, where),
    affirmed: here.affirmed,
    denied: here.denied,
    deniedAnywhere: tellingOf(head, all).denied,
    owed,
    plainly: owed * (1 - onItsOwn) * isPlain,
    onlyHere: owed * (1 - onItsOwn),
    onItsOwn,
    absent: flag(here.affirmed === 0 && here.denied === 0),
    thingsAffirmed: average(things.map(({ affirmed, denied }) => affirmed * (1 - denied))),
    thingsOwed:
      isPlain *
      average(things.map(({ affirmed }, at) => affirmed * (1 - saidOf(denial.rest[at], own)))),
    thingsDenied: average(things.map(({ denied }) => denied)),
    cover: coverOf(rest, where.text),
    coverOfSentence: coverOf(rest, nearText ?? ''),
    coverOfWhere: coverOf(whereRest, clause.text),
    coverByOwn: coverOf(whereRest, ownText ?? ''),
    nearDenies: flag(near.some(({ denials }) => denials.length > 0)),
    untaken: Math.min(2, near.flatMap(({ denials }) => denials).filter(isUntaken(own)).length),
    odd: turnsBetween(clause.text, where.text) % 2,
    softenedNear: flag(soft.test(nearText ?? '')),
    contrary: flag(saysContrary(head, nearText ?? '')),
  };
}

/** How often one of two clauses denies or turns what the other does not. */
function turnsBetween(one: string, other: string): number {
  const isOpposed = directionOf(one) * directionOf(other) === -1;
  return findTurns(one).length + findTurns(other).length + flag(isOpposed);
}

/** Whether the other side denies in words of its own where it tells of what is denied here. */
function opennessOf({ head }: Denial, where: ReadClause, own: readonly ReadClause[]) {
  const softened = soft.exec(where.text.replace(head, ''))?.[0];
  return {
    whereDenies: flag(where.denials.some(isUntaken(own))),
    softened: flag(softened !== undefined && !own.some(({ text }) => text.includes(softened))),
  };
}

/** Whether a denial is not one of some clauses. */
function isUntaken(own: readonly ReadClause[]) {
  return ({ head }: Denial) => tellingOf(head, own).denied < surely;
}

// Below this a text hardly tells of a deed.
const surely = 0.5;

function wordingOf(
  { head, rest, isDeed, isFocused, mark, start }: Denial,
  { text, denials }: ReadClause,
  where: ReadClause,
) {
  return {
    short: flag(head.length === 1),
    deed: flag(isDeed),
    bare: flag(rest.length === 0),
    many: flag(denials.length > 1),
    focused: flag(isFocused),
    none: flag(/^(?:没有?|无|未)$/u.test(mark)),
    turned: flag(/取消|停止|中止|暂停|杜绝|避免|拒绝|禁止|严禁/u.test(mark)),
    relative: flag(/^[^,]{0,4}的/u.test(text.slice(start + mark.length + head.length))),
    allowed: flag(allowing(head).test(where.text)),
    stressed: flag(stressed.test(where.text)),
    byNow: flag(notYet.test(text) && already.test(where.text)),
    past: flag(formerly.test(text) || formerly.test(where.text)),
    paid: flag(payment.test(text) && payment.test(where.text)),
    forNothing: flag(forNothing.test(where.text.replace(head, ''))),
  };
}

const allowing = keepLast(
  (head) => new RegExp(`(?:可以|也?能|将|会|要|得|需)\\p{Script=Han}{0,3}${head}`, 'u'),
);

const notYet = /尚未|还没|仍未|暂未|至今未|未能|没能|至今没/u;
const already = /已经?|了$|了,/u;

const products = [
  ['odd', 'cover'],
  ['odd', 'owed'],
  ['odd', 'plainly'],
  ['odd', 'absent'],
  ['owed', 'cover'],
  ['owed', 'coverOfWhere'],
  ['owed', 'coverByOwn'],
  ['owed', 'deed'],
  ['owed', 'softened'],
  ['owed', 'whereDenies'],
  ['owed', 'untaken'],
  ['owed', 'thingsAffirmed'],
  ['plainly', 'cover'],
  ['plainly', 'coverByOwn'],
  ['plainly', 'short'],
  ['plainly', 'deed'],
  ['plainly', 'stressed'],
  ['plainly', 'allowed'],
  ['plainly', 'focused'],
  ['thingsOwed', 'short'],
  ['onlyHere', 'cover'],
  ['onlyHere', 'coverByOwn'],
  ['absent', 'cover'],
  ['absent', 'whereDenies'],
  ['absent', 'softened'],
  ['thingsAffirmed', 'absent'],
  ['paid', 'absent'],
  ['contrary', 'absent'],
  ['agrees', 'absent'],
  ['agrees', 'owed'],
] as const;

function textOf({ text }: ReadClause): string {
  return text;
}

function saidOf(word: string | undefined, clauses: readonly ReadClause[]): number {
  return word === undefined ? 0 : tellingOf(word, clauses).said;
}

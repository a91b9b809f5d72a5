import { alignClauses, coverOf } from '../align-clauses.ts';
import { flag, type Sign, withProducts } from '../sign.ts';
import { saysContrary } from './contrary-signs.ts';
import { wordingOf } from './denial-wording.ts';
import type { Denial } from './denials.ts';
import { standingOf } from './find-stands.ts';
import { directionOf, findTurns } from './find-turns.ts';
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

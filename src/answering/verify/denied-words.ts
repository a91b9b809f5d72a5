import { splitClauses } from './align-clauses.ts';
import { alike, type Denial, findDenials, withoutPlainNegatives } from './denials.ts';
import { negation } from './polarity-words.ts';

/** Denies or lessens, with or without one of the negations. */
export const lessening =
  /免|缺|拒|停(?!车|放|靠)|取消|清零|为[零0](?![.\d])|仅|防止|杜绝|消除|清除|难|减少|缺少|很少|少有|空白|中断|断绝|禁|从不|无|莫|绝|异常|反常|例外|不得|只(?:跑|能|剩|限|面向)|还有|跟进|冷门|绕开|绕过|避开|跳过|撇开|甩开|告别|回避|除外|排除|退出|缺席|作罢|谢绝|婉拒|放弃|不|没|未/u;

export const payment = /收钱|收费|收取|要钱|掏|出钱|花钱|付钱|付费|交钱|交费|费用|一分|元|钱/u;
export const forNothing = /免|无偿|义务|不收|不花|不用.{0,2}[花掏出付交]|全部?由|承担/u;

export function denialsIn(texts: readonly string[]): readonly Denial[] {
  return texts.flatMap(splitClauses).flatMap(findDenials);
}

export function sharesWord(one: Denial, others: readonly Denial[]): boolean {
  return others.some((other) => one.some((word) => other.some((second) => alike(word, second))));
}

/** The same of words of two characters and more. */
export function sharesLongWord(one: Denial, others: readonly Denial[]): boolean {
  const long = (denial: Denial) => denial.filter((word) => word.length > 1);
  return others.some((other) =>
    long(one).some((word) =>
      long(other).some((second) => word.includes(second) || second.includes(word)),
    ),
  );
}

/** The clauses that have a word and do not deny it. */
export function clausesAffirming(word: string, clauses: readonly string[]): readonly string[] {
  return clauses.filter(
    (clause) =>
      withoutPlainNegatives(clause).replace(negation, '＿').includes(word) &&
      !findDenials(clause).some((denial) => denial.join('').includes(word)),
  );
}

export function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}

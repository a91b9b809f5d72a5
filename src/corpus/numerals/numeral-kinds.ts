import type { NumeralKind } from './numeral.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly unit: string | null;
}

const joined = /[A-Za-z+=>_.·]/;

/** A number glued to Latin letters or signs, or to 路, 号, 热线 is part of a name. */
export function kindOfArabic(text: string, { start, end, unit }: Place): NumeralKind {
  const rest = text.slice(end, end + 12);
  if (unit !== null) return 'count';
  if (/^(?:号|路(?!口)|后(?![来续])|[\s便民政务市长服]*热线)/.test(rest)) return 'label';
  if (joined.test(text.charAt(start - 1)) || /^[A-Za-z=>_]|^\+[\dA-Z]/.test(rest)) return 'label';
  return /^[”》]/.test(rest) && !/[“《]/.test(text.charAt(start - 1)) ? 'label' : 'count';
}

// 「一等奖」, 「一折」: the first of several.
const isRank = /^(?:折|等奖)$/;

/** Chinese numerals count only with a unit, or when they are plainly numbers (三百六十五). */
export function kindOfChinese(
  written: string,
  { unit, approximate }: { readonly unit: string | null; readonly approximate: boolean },
): NumeralKind | null {
  if (/^[百千万亿]+$/.test(written)) {
    return approximate || /^(?:[个名户人家亩元吨件场余次]|公里|平方)/.test(unit ?? '')
      ? 'count'
      : null;
  }
  if (unit !== null) return written === '一' && !isRank.test(unit) ? 'indefinite' : 'count';
  return /[十百千万亿]/.test(written) && written.length > 1 && written !== '十一' ? 'count' : null;
}

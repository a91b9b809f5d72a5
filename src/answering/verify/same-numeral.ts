import type { Numeral } from '../../corpus/numerals/numeral.ts';
import { canBeLeftOut, countAlike } from '../measure-words.ts';
import { holdsDate } from './date-parts.ts';

/** Whether a source's number may be told as the claim's: same kind, same value, the same thing counted. */
export function isSameNumeral(said: Numeral, source: Numeral, issued: readonly string[]): boolean {
  if (said.kind === 'date' || source.kind === 'date') return holdsDate(said, source, issued);
  if (!sameKind(said, source) || !(sameValue(said, source) || isRounded(said, source)))
    return false;
  if (said.unit === null && !canBeLeftOut(source.unit)) return false;
  if (source.unit === null && !canBeLeftOut(said.unit)) return false;
  return said.kind === 'ordinal' || countAlike(said.unit, source.unit);
}

/** Numbers without a stated kind may be counts. */
export function sameKind(said: Numeral, source: Numeral): boolean {
  return kindOf(said) === kindOf(source);
}

export function sameValue(said: Numeral, source: Numeral): boolean {
  if (said.value === source.value) return true;
  // 三分之一 is printed as 33% or 33.3%.
  const isNear = Math.abs(said.value - source.value) < 0.4;
  return said.kind === 'percent' && isNear && !Number.isInteger(source.value);
}

function kindOf({ kind }: Numeral): Numeral['kind'] {
  return kind === 'indefinite' || kind === 'label' ? 'count' : kind;
}

/** 「6.8万多名」 for 68231: said to be rough, shorter than the source's figure, and its beginning. */
function isRounded(said: Numeral, source: Numeral): boolean {
  if (said.kind === 'percent') return said.approximate && Math.abs(said.value - source.value) <= 2;
  if (!said.approximate || source.value < 100) return false;
  const digits = significant(said.value);
  if (digits > 3 || digits >= significant(source.value)) return false;
  const step = 10 ** (Math.floor(Math.log10(source.value)) - digits + 1);
  return [Math.floor, Math.round].some((round) => round(source.value / step) * step === said.value);
}

function significant(value: number): number {
  return String(Math.round(value)).replace(/0+$/u, '').length;
}

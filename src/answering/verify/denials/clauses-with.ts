import { splitClauses } from '../align-clauses.ts';
import { type NumberInContext, readNumbers } from '../numbers/number-context.ts';
import { isSameNumeral } from '../numbers/same-numeral.ts';

/** The amounts and shares of a clause; a year is none. */
export function figuresIn(clause: string): readonly NumberInContext[] {
  return readNumbers(clause).filter(
    ({ numeral: { kind, unit } }) => /count|percent/u.test(kind) && unit !== '年',
  );
}

/** The clauses that have a figure. */
export function clausesWith(
  { numeral }: NumberInContext,
  sentences: readonly string[],
): readonly string[] {
  return sentences
    .flatMap(splitClauses)
    .filter((one) => readNumbers(one).some((other) => isSameNumeral(numeral, other.numeral)));
}

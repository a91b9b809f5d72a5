import type { Numeral } from '../corpus/numeral.ts';
import { findNumerals } from '../corpus/numerals.ts';
import { charactersAndPairs } from './align-clauses.ts';

/** A number with the words around it that say what is counted. */
export interface NumberInContext {
  readonly numeral: Numeral;
  /** Characters and character pairs of its clause, up to the numbers beside it. */
  readonly context: ReadonlySet<string>;
  readonly before: string;
  readonly after: string;
}

// Characters to each side that can say what is counted.
const reach = 14;

/** Finds the numbers of a folded text, each with its context. */
export function readNumbers(text: string): readonly NumberInContext[] {
  const numerals = findNumerals(text);
  return numerals.map((numeral, at) => {
    const previous = numerals[at - 1];
    const from = previous === undefined ? 0 : previous.start + previous.text.length;
    const end = numeral.start + numeral.text.length;
    const to = numerals[at + 1]?.start ?? text.length;
    const before = lastClause(text.slice(Math.max(from, numeral.start - reach), numeral.start));
    const after = firstClause(text.slice(end, Math.min(to, end + reach)));
    return { numeral, before, after, context: charactersAndPairs(`${before} ${after}`) };
  });
}

/** Share of one number's context that another's holds, 0 to 1. */
export function contextLikeness({ context }: NumberInContext, other: NumberInContext): number {
  let held = 0;
  let all = 0;
  for (const part of context) {
    all += part.length;
    if (other.context.has(part)) held += part.length;
  }
  return all === 0 ? 0 : held / all;
}

const boundary = /[,;:。!?、…\n]/u;

function lastClause(text: string): string {
  return text.split(boundary).at(-1) ?? '';
}

function firstClause(text: string): string {
  return text.split(boundary)[0] ?? '';
}

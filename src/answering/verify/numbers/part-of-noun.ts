import { countAlike } from '../../measure-words.ts';
import { charactersAndPairs } from '../align-clauses.ts';
import type { NumberInContext } from './number-context.ts';
import type { Figures } from './number-rivals.ts';

/** 「另外8家企业，其中3家」, 「39名党员里有24人常年上夜班」: the second figure counts what the first does. */
export function isPartOfNoun(
  { numeral, after }: NumberInContext,
  said: NumberInContext,
  { source, evidence }: Figures,
): boolean {
  const noun = nounOf(said);
  if (noun === undefined) return false;
  const whole = source.findLast(
    (other) =>
      other.numeral.start < numeral.start &&
      countAlike(other.numeral.unit, numeral.unit) &&
      nounOf(other) === noun,
  );
  if (whole === undefined) return false;
  const between = evidence.text.slice(whole.numeral.start, numeral.start);
  if (/。|\n/u.test(between)) return false;
  if (/(?:其中|另外|另有|其余|余下|剩下)的?$/u.test(between)) return true;
  const deed = said.after.replace(/^[“"「]/u, '').slice(noun.length);
  const told = /(\p{Script=Han}{2})的$/u.exec(said.before)?.[1];
  if (deed.length < 2 && told === undefined) return false;
  const isSameDeed =
    (told !== undefined && after.includes(told)) ||
    pairsOf(deed).filter((pair) => after.includes(pair)).length >=
      Math.max(1, Math.min(2, deed.length - 1));
  return /[里中],?(?:共|就|只|约|近|已|现|还|仍)?有?$/u.test(between) && isSameDeed;
}

/** What is counted, in marks or not. */
function nounOf({ after }: NumberInContext): string | undefined {
  return /^[“"「]?(\p{Script=Han}{2})/u.exec(after)?.[1];
}

function pairsOf(text: string): readonly string[] {
  return [...charactersAndPairs(text)].filter((part) => /^\p{Script=Han}{2}$/u.test(part));
}

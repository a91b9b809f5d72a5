import { splitClauses } from './align-clauses.ts';
import { isFree } from './verify-new-words.ts';

// Characters that one writer puts for another without saying anything else.
const loose = new Set(
  '的地得了着过和与及跟同对给为把将被由从向往到在是有也都还又再就才只很更最不没个名位家次件条所里中上下内说讲做办搞当成会能可要想肯让请叫用以而且之其这那该此已曾正后前时来去出进起完好多余约近超达共总各每人们一二三四五六七八九十两几',
);

/**
 * A character that a claim has in place of another, where all around it is the source's: 驻呼 for 驻包, 三楼拐角 for
 * 四楼拐角. Undefined when nothing of the kind is found.
 */
export function findChangedCharacter(claim: string, source: string): string | undefined {
  for (const clause of splitClauses(claim))
    for (let at = 0; at < clause.length; at += 1) {
      const changed = changedAt(clause, at, source);
      if (changed !== undefined) return changed;
    }
  return undefined;
}

function changedAt(clause: string, at: number, source: string): string | undefined {
  const own = clause.charAt(at);
  if (!/\p{Script=Han}/u.test(own) || (loose.has(own) && at > 0)) return undefined;
  const [left, right] = [clause.slice(Math.max(0, at - 2), at), clause.slice(at + 1, at + 3)];
  const wide = clause.slice(at + 1, at + 4);
  if (isFree(own + right.charAt(0)) || (left !== '' && isFree(left.slice(-1) + own)))
    return undefined;
  if (/^\p{Script=Han}{4}$/u.test(left + right)) return otherBetween(own, { left, right, source });
  return at === 0 && wide.length === 3 ? otherBefore(own, wide, source) : undefined;
}

interface Around {
  readonly left: string;
  readonly right: string;
  readonly source: string;
}

function otherBetween(own: string, { left, right, source }: Around): string | undefined {
  if (source.includes(own + right) || source.includes(left + own)) return undefined;
  for (let at = source.indexOf(left); at !== -1; at = source.indexOf(left, at + 1)) {
    const other = source.charAt(at + 2);
    const isSameAround = source.startsWith(right, at + 3);
    if (isSameAround && /\p{Script=Han}/u.test(other) && !loose.has(other))
      return left + own + right;
  }
  return undefined;
}

const counted = /[一二三四五六七八九十东南西北]/u;

/** 「三楼拐角」: a numeral or a direction at the very beginning. */
function otherBefore(own: string, right: string, source: string): string | undefined {
  if (!counted.test(own) || source.includes(own + right)) return undefined;
  const at = source.indexOf(right);
  return at > 0 && counted.test(source.charAt(at - 1)) ? own + right : undefined;
}

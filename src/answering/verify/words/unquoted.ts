import { splitClauses } from '../align-clauses.ts';

const marks = /[^\p{L}\p{N}.%]+/gu;

/** How many letters and digits of a folded claim its folded quotes do not have: clause by clause, and in their order. */
export function countUnquoted(
  claim: string,
  quoted: string,
): { readonly byClause: number; readonly inOrder: number } {
  const source = quoted.replace(marks, '');
  const missing = (text: string) => {
    const letters = text.replace(marks, '');
    return source.includes(letters) ? 0 : letters.length - commonLength(letters, source);
  };
  const byClause = splitClauses(claim).reduce((sum, clause) => sum + missing(clause), 0);
  return { byClause, inOrder: missing(claim) };
}

/** The length of the longest common subsequence (Wagner and Fischer 1974). */
function commonLength(one: string, other: string): number {
  let row: readonly number[] = Array.from({ length: other.length + 1 }, () => 0);
  for (const character of one.split('')) {
    const next = [0];
    for (let at = 0; at < other.length; at += 1) {
      const isSame = character === other[at];
      next.push(isSame ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

import { splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';

/** What a claim may be stopped for. */
export type FaultKind =
  | 'quote'
  | 'number'
  | 'quoted-term'
  | 'name'
  | 'place'
  | 'words'
  | 'negation'
  | 'attribution';

/** Finds what speaks against a folded claim: the words that give it away, or undefined. */
export type Find = (claim: string, evidence: Evidence) => string | undefined;

interface Rule {
  readonly fault: FaultKind;
  readonly find: Find;
  /** It stops a claim whatever speaks for it: what may never pass, and turns too rare to be weighed. */
  readonly isCertain?: true;
}

/** Rules by what they find. */
export type Rules = Readonly<Record<string, Rule>>;

/** Looks at each clause of a claim by itself. */
export function findInClause(find: Find): Find {
  return (claim, evidence) => {
    for (const clause of splitClauses(claim)) {
      const found = find(clause, evidence);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

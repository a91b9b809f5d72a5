import { keepLast } from './keep-last.ts';

/** A clause of a claim beside the clause of its evidence that says most of the same. */
export interface AlignedClause {
  readonly said: string;
  readonly source: string;
  /** The sentence the source clause stands in. */
  readonly sentence: string;
  /** Place of that sentence in the evidence. */
  readonly at: number;
  /** Share of the clause's character pairs and characters that the source clause holds, 0 to 1. */
  readonly likeness: number;
}

/** Sets each clause of a folded claim beside the most alike clause of the folded sentences. */
export function alignClauses(
  claim: string,
  sentences: readonly string[],
): readonly AlignedClause[] {
  const sources = sentences.flatMap((sentence, at) =>
    splitClauses(sentence).map((source) => ({ source, sentence, at })),
  );
  return splitClauses(claim).flatMap((said) => {
    const parts = charactersAndPairs(said);
    const alike = sources.map((one) => ({ ...one, said, likeness: share(parts, one) }));
    return alike.reduce<AlignedClause[]>(
      (best, one) => (best[0] === undefined || one.likeness > best[0].likeness ? [one] : best),
      [],
    );
  });
}

/** Cuts a text at commas, colons and the ends of sentences. */
export function splitClauses(text: string): readonly string[] {
  return text.split(/[,;:。!?…\n]+/u).filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}

/** The clauses of a text, cut at 、 too. */
export function splitItems(text: string): readonly string[] {
  return splitClauses(text).flatMap((clause) => clause.split('、'));
}

/** How much of a clause a source tells: its own clause counts full, the rest of its sentence half. */
function share(
  parts: ReadonlySet<string>,
  { source, sentence }: { readonly source: string; readonly sentence: string },
): number {
  let held = 0;
  let all = 0;
  for (const part of parts) {
    const weight = part.length;
    all += weight;
    if (source.includes(part)) held += weight;
    else if (sentence.includes(part)) held += weight / 2;
  }
  return all === 0 ? 0 : held / all;
}

/** The Han characters, neighbouring pairs of them and Latin or digit words of a folded text. */
export const charactersAndPairs = keepLast(partsOf);

function partsOf(text: string): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}+|[a-z0-9.]+/gu)) {
    if (/^[a-z0-9.]/u.test(run)) parts.add(run);
    else
      for (let at = 0; at < run.length; at += 1) {
        parts.add(run.charAt(at));
        if (at + 1 < run.length) parts.add(run.slice(at, at + 2));
      }
  }
  return parts;
}

/** How much of a text's characters and pairs of them another text holds, 0 to 1. */
export function coverOf(text: string, by: string): number {
  let all = 0;
  let held = 0;
  for (const part of charactersAndPairs(text)) {
    all += part.length;
    if (by.includes(part)) held += part.length;
  }
  return all === 0 ? 0 : held / all;
}

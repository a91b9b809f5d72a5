import type { FoundPassage } from './index/found-passage.ts';
import type { NamedConcepts } from './index/passage-schema.ts';
import type { Concepts } from './meaning/find-concepts.ts';
import type { LikelyConcepts } from './meaning/likely-concepts.ts';
import type { LikelyEvidence } from './passage.ts';
import type { TermCounts } from './term-counts.ts';

const mostLikely = 20;
// A passage is about what it is named for more often than so; the saturation of what comes beyond.
const chance = 2;
const saturation = 2;
// For how many names it stands that the article answers a question about it.
const askedTimes = 3;
// What of a score hangs on the evidence, beside that of the best passage.
const evidenceShare = 0.25;

interface Knowledge {
  readonly counts: TermCounts;
  readonly concepts: Concepts;
}

/** Passages found with concepts, ordered anew by how far they are about what the question is likely about. */
export function weighEvidence(
  question: string,
  found: readonly FoundPassage[],
  { counts, concepts }: Knowledge,
): readonly FoundPassage[] {
  const likely = concepts.likelyIn(question, mostLikely);
  const rated = found.map((hit) => ({ hit, about: evidenceOf(likely, hit.named, counts) }));
  const best = Math.max(...rated.map(({ about }) => about.article), Number.EPSILON);
  return rated
    .map(({ hit, about }) => {
      const score = hit.score * (1 - evidenceShare + (evidenceShare * about.article) / best);
      return { ...hit, about, score };
    })
    .toSorted((left, right) => right.score - left.score);
}

function evidenceOf(
  likely: LikelyConcepts,
  { passage, asked }: NamedConcepts = { passage: [], asked: [] },
  counts: TermCounts,
): LikelyEvidence {
  const times = new Map<string, number>();
  for (const name of passage) times.set(name, (times.get(name) ?? 0) + 1);
  const byPassage = shareOf(likely, times, counts);
  for (const name of asked) times.set(name, (times.get(name) ?? 0) + askedTimes);
  return { passage: byPassage, article: shareOf(likely, times, counts) };
}

/** Share of what a question is likely about, by how rare the concepts are. */
function shareOf(
  likely: LikelyConcepts,
  times: ReadonlyMap<string, number>,
  counts: TermCounts,
): number {
  let held = 0;
  let all = 0;
  for (const [name, share] of likely) {
    const worth = share ** 2 * counts.idf('concept', name);
    const beyond = Math.max(0, (times.get(name) ?? 0) - chance);
    held += (worth * beyond) / (beyond + saturation);
    all += worth;
  }
  return all === 0 ? 0 : held / all;
}

import type { Article } from '../corpus/article.ts';
import type { Concepts } from './find-concepts.ts';
import type { LikelyConcepts } from './likely-concepts.ts';
import type { LikelyEvidence } from './passage.ts';
import type { TermCounts } from './term-counts.ts';

const mostLikely = 20;
// A passage is about what it is named for more often than so; the saturation of what comes beyond.
const chance = 2;
const saturation = 2;
// Of a question that an article answers, what it is surely about, and for how many names that stands.
const mostOfAsked = 10;
const sureShare = 0.7;
const askedTimes = 3;

/** How far a hit is about what a question is likely about, by how rare the concepts are. `named`: those of its passage. */
export function likelyEvidence(
  question: string,
  { article, named }: { readonly article: Article; readonly named: readonly string[] },
  { counts, concepts }: { readonly counts: TermCounts; readonly concepts: Concepts },
): LikelyEvidence {
  const likely = concepts.likelyIn(question, mostLikely);
  const times = new Map<string, number>();
  for (const name of named) times.set(name, (times.get(name) ?? 0) + 1);
  const passage = shareOf(likely, times, counts);
  for (const name of surelyAsked(article, concepts))
    times.set(name, (times.get(name) ?? 0) + askedTimes);
  return { passage, article: shareOf(likely, times, counts) };
}

function surelyAsked({ asked }: Article, concepts: Concepts): ReadonlySet<string> {
  const likely = asked.flatMap((question) => concepts.likelyIn(question, mostOfAsked));
  return new Set(likely.filter(([, share]) => share >= sureShare).map(([name]) => name));
}

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

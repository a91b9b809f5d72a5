import type { Article } from '../../corpus/article.ts';
import type { TextSegment } from '../tokenize.ts';
import { type Concepts, conceptNames } from './find-concepts.ts';

interface CutPassage {
  /** As it is indexed. */
  readonly text: string;
  readonly segments: readonly TextSegment[];
}

// Likely concepts of a passage, and how often the likeliest is named.
const mostLikely = 30;
const mostTimes = 3;
// Of what the article says, so that a long one does not drown what its passages are about.
const mostSaid = 60;
const mostSaidTimes = 12;
// Of a question that an article answers, what it is surely about.
const mostOfAsked = 10;
const sureShare = 0.7;

/**
 * Names of concepts for each passage of an article: those that the article says, and those that the passage is likely
 * about, the likelier the more often.
 */
export function passageConcepts(
  passages: readonly CutPassage[],
  concepts: Concepts,
): readonly (readonly string[])[] {
  const said = mostOften(passages.flatMap(({ segments }) => conceptNames(concepts, segments)));
  return passages.map(({ text }) => [
    ...said,
    ...concepts
      .likelyIn(text, mostLikely)
      .flatMap(([name, share]) => repeat(name, Math.round(share * mostTimes))),
  ]);
}

/** Names of the concepts that the questions an article answers are surely about, each once. */
export function surelyAsked({ asked }: Article, concepts: Concepts): readonly string[] {
  const likely = asked.flatMap((question) => concepts.likelyIn(question, mostOfAsked));
  return Array.from(
    new Set(likely.filter(([, share]) => share >= sureShare).map(([name]) => name)),
  );
}

function mostOften(names: readonly string[]): readonly string[] {
  return Array.from(Map.groupBy(names, (name) => name).values())
    .toSorted((left, right) => right.length - left.length)
    .slice(0, mostSaid)
    .flatMap((same) => same.slice(0, mostSaidTimes));
}

function repeat(name: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => name);
}

import { foldText } from '../../corpus/fold-text.ts';
import type { Hit, SearchPassages } from '../../retrieval/passage.ts';
import { hanBigrams } from '../../retrieval/tokenize.ts';
import type { AppliedFilter } from '../applied-filter.ts';
import { type FocusPair, focusPairs, focusShare, runsOf } from '../focus.ts';
import { ownWords } from './own-words.ts';

interface Narrowed {
  readonly question: string;
  readonly hits: readonly Hit[];
  readonly filters: readonly AppliedFilter[];
}

// Below this no article is about the question in its own words: what is found by meaning is left alone.
const leastToJudge = 0.45;
// Of what the material at large tells of the topic, a narrowed hit must tell more than half.
const leastBesideBest = 0.5;
const widest = 3;

/** The hits that are still about the question, held against what is found without its conditions. */
export async function keepTopic(
  { question, hits, filters }: Narrowed,
  search: SearchPassages,
): Promise<readonly Hit[]> {
  if (hits.length === 0) return hits;
  const topic = withoutConditions(question, filters);
  const pairs = topicPairs(topic);
  if (pairs.length === 0) return hits;
  const wide = await search(topic, { limit: widest });
  const best = Math.max(0, ...wide.hits.map((hit) => shareOf(pairs, hit)));
  if (best < leastToJudge) return hits;
  return hits.filter((hit) => shareOf(pairs, hit) > best * leastBesideBest);
}

/** 「党日」, which the dictionary cuts into 党 and 日, is a word of the topic as well. */
function topicPairs(topic: string): readonly FocusPair[] {
  const singles = new Set(ownWords(topic).filter((word) => word.length === 1));
  const known = focusPairs(topic);
  const joined = runsOf(topic, singles)
    .flatMap(hanBigrams)
    .filter((pair) => pair.length === 2 && known.every(({ text }) => text !== pair));
  return [...known, ...joined.map((text) => ({ text, weight: 1 }))];
}

function shareOf(pairs: readonly FocusPair[], { article }: Hit): number {
  return focusShare(pairs, article);
}

/** The place or kind it was narrowed to every hit holds: that says nothing of the topic. */
function withoutConditions(question: string, filters: readonly AppliedFilter[]): string {
  return filters
    .flatMap(({ label }) => label.split('、'))
    .flatMap((label) => [label, label.replace(/(?<=.{2})[省市盟旗县区]$/u, '')])
    .reduce((rest, label) => rest.replaceAll(foldText(label), ' '), foldText(question));
}

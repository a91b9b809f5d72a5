import { foldText } from '../../corpus/fold-text.ts';
import type { Answer, Citation } from '../answer.ts';
import { readLeaning } from './leaning.ts';
import { readMore } from './more-words.ts';
import { ownWords } from './own-words.ts';
import { type Pointed, pointsAtOne, readPointed, type ShownArticle } from './pointed-article.ts';
import { asksOn, findTopic, shownInThread } from './topic.ts';

/** How a message hangs on the conversation before it. */
export type FollowUp =
  /** A question of its own. */
  | { readonly kind: 'none' }
  /** About articles of the last answer: 「第二个具体怎么做的」, 「他们几个人」. */
  | {
      readonly kind: 'about';
      readonly cited: readonly ShownArticle[];
      /** Those of the answer that may be meant where the cited ones do not tell what is asked: 「他们」. */
      readonly others?: readonly ShownArticle[];
      readonly isCertain: boolean;
      /** What the conversation is about. */
      readonly topic?: string;
    }
  /** More of the same, without what was shown: 「还有别的社区吗」. */
  | { readonly kind: 'more'; readonly topic: string; readonly shown: readonly string[] }
  /** Points at something that was not shown; how many there were. */
  | { readonly kind: 'nothing'; readonly shown: number };

/** Reads a message in the light of the answers before it, oldest first; by rules, no model. */
export function readFollowUp(message: string, history: readonly Answer[]): FollowUp {
  const text = foldText(message).replace(/\s+/gu, '');
  const before = history.filter(({ kind }) => kind === 'answered' || kind === 'not-found');
  const last = before.at(-1);
  if (last === undefined) return withoutHistory(text);
  const more = readMore(text);
  if (more !== undefined) {
    const topic = more.isOwnTopic ? text : `${topicOf(before)} ${more.added}`.trim();
    return { kind: 'more', topic, shown: shownInThread(before) };
  }
  const listing = before.findLast((answer, at) => lists(answer) && !asksOn(before, at));
  const pointed = readPointed(text, listing ?? before.findLast(lists) ?? last);
  const topic = topicOf(before);
  if (pointed !== undefined) return followPointed(pointed, { topic, text });
  const [first, ...others] = articlesOf(before.findLast(({ kind }) => kind === 'answered'));
  const leaning = readLeaning(text);
  if (first === undefined || leaning === 'none') return { kind: 'none' };
  return { kind: 'about', cited: [first], others, isCertain: leaning === 'certain', topic };
}

/** 「第二个具体怎么做的」 or 「换一批」 as the first message: nothing was listed. */
function withoutHistory(text: string): FollowUp {
  const isElliptic = pointsAtOne(text) && ownWords(text).length === 0;
  return isElliptic || readMore(text)?.isOwnTopic === false
    ? { kind: 'nothing', shown: 0 }
    : { kind: 'none' };
}

/** What could not be found lists nothing, what was told of one of a list leaves it as it is: the numbers are those above. */
function lists({ kind, nearest }: Answer): boolean {
  return kind === 'answered' || nearest.length > 0;
}

function followPointed(
  { articles, shown }: Pointed,
  { topic, text }: { readonly topic: string; readonly text: string },
): FollowUp {
  if (articles.length > 0) return { kind: 'about', cited: articles, isCertain: true, topic };
  return ownWords(text).length === 0 ? { kind: 'nothing', shown } : { kind: 'none' };
}

function topicOf(history: readonly Answer[]): string {
  return history[findTopic(history)]?.question ?? '';
}

/** One citation per article, in the order in which the answer names them. */
export function articlesOf(answer: Answer | undefined): readonly Citation[] {
  const cited = (answer?.claims ?? []).flatMap(({ citations }) =>
    citations.flatMap((n) => answer?.citations.find((one) => one.n === n) ?? []),
  );
  const byArticle = new Map<string, Citation>();
  for (const one of cited) if (!byArticle.has(one.articleId)) byArticle.set(one.articleId, one);
  return [...byArticle.values()];
}

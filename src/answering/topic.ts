import { foldText } from '../corpus/fold-text.ts';
import type { Answer } from './answer.ts';
import { readLeaning } from './leaning.ts';
import { readMore } from './more-words.ts';
import { ownWords } from './own-words.ts';
import { pointsAtOne } from './pointed-article.ts';

/**
 * Where the question that a conversation is about stands in it, oldest first: the last one that says so itself, whatever
 * was asked of its answer since; -1 when there is none.
 */
export function findTopic(history: readonly Answer[]): number {
  return history.findLastIndex(
    ({ kind, question }) => (kind === 'answered' || kind === 'not-found') && saysTopic(question),
  );
}

function saysTopic(question: string): boolean {
  const text = foldText(question).replace(/\s+/gu, '');
  if (pointsAtOne(text) || ownWords(text).length === 0) return false;
  const more = readMore(text);
  return more === undefined ? readLeaning(text) !== 'certain' : more.isOwnTopic;
}

/** The articles that were shown for what a conversation is about. */
export function shownInThread(history: readonly Answer[]): readonly string[] {
  const thread = history.slice(startOfThread(history));
  return [...new Set(thread.flatMap(({ citations }) => citations.map((one) => one.articleId)))];
}

/** The articles whose titles were listed where nothing was found. */
export function listedBefore(history: readonly Answer[]): readonly string[] {
  return history
    .filter(({ kind }) => kind === 'not-found')
    .flatMap(({ nearest }) => nearest.map(({ articleId }) => articleId));
}

/** The topic, or the one before it where it was answered from what was shown for that. */
function startOfThread(history: readonly Answer[]): number {
  const at = findTopic(history);
  const before = history.slice(0, Math.max(at, 0));
  const shown = new Set(before.flatMap(({ citations }) => citations.map((one) => one.articleId)));
  const cited = history[at]?.citations ?? [];
  const goesOn = cited.length > 0 && cited.every(({ articleId }) => shown.has(articleId));
  return goesOn ? startOfThread(before) : Math.max(at, 0);
}

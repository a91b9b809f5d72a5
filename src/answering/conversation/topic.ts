import { foldText } from '../../corpus/fold-text.ts';
import type { Answer } from '../answer.ts';
import { classifyQuestion } from '../question-kind.ts';
import { readLeaning } from './leaning.ts';
import { readMore } from './more-words.ts';
import { ownWords } from './own-words.ts';
import { pointsAtOne } from './pointed-article.ts';

/**
 * Where the question that a conversation is about stands in it, oldest first: the last one that says so itself, whatever
 * was asked of its answer since; -1 when there is none.
 */
export function findTopic(history: readonly Answer[]): number {
  const topics = history.map(saysTopic);
  const at = topics.findLastIndex((says, place) => says && !asksOn(history, place));
  return at === -1 ? topics.lastIndexOf(true) : at;
}

function saysTopic({ kind, question }: Answer): boolean {
  if (kind !== 'answered' && kind !== 'not-found') return false;
  const text = plain(question);
  if (pointsAtOne(text) || ownWords(text).length === 0) return false;
  const more = readMore(text);
  return more === undefined ? readLeaning(text) !== 'certain' : more.isOwnTopic;
}

// 「什么时候办的」: whatever it does not find, it asks it of what was shown.
const longestDetail = 8;

/** Whether a question of a conversation asked on about what had been shown: 「第二个」, 「他们几个人」, 「养老院叫什么」. */
export function asksOn(history: readonly Answer[], at: number): boolean {
  const asked = history[at];
  if (asked === undefined || at === 0) return false;
  const text = plain(asked.question);
  if (readMore(text) !== undefined) return false;
  const leaning = readLeaning(text);
  if (pointsAtOne(text) || leaning === 'certain') return true;
  if (leaning === 'none' || classifyQuestion(text).kind !== 'fact') return false;
  if (asked.kind !== 'answered') return text.length <= longestDetail;
  const shown = shownIn(history.slice(0, at));
  return asked.citations.every(({ articleId }) => shown.includes(articleId));
}

function plain(question: string): string {
  return foldText(question).replace(/\s+/gu, '');
}

function shownIn(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.flatMap(({ citations }) => citations.map((one) => one.articleId)))];
}

/** The articles that were shown for what a conversation is about. */
export function shownInThread(history: readonly Answer[]): readonly string[] {
  return shownIn(history.slice(startOfThread(history)));
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
  const shown = shownIn(before);
  const cited = history[at]?.citations ?? [];
  const goesOn = cited.length > 0 && cited.every(({ articleId }) => shown.includes(articleId));
  return goesOn ? startOfThread(before) : Math.max(at, 0);
}

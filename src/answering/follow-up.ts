import { foldText } from '../corpus/fold-text.ts';
import type { Answer, Citation } from './answer.ts';
import { runsOf } from './focus.ts';
import { moreTopic } from './more-topic.ts';
import { ownWords } from './own-words.ts';
import { type Pointed, pointsAtOne, readPointed, type ShownArticle } from './pointed-article.ts';
import { findNamedPlaces } from './verify/find-named-places.ts';

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
  const more = moreTopic(text, before);
  if (more !== undefined) return { kind: 'more', topic: more, shown: shownArticles(history) };
  const own = ownWords(text);
  // What could not be found lists nothing: the numbers are those of the answer above it.
  const listing = before.findLast(({ kind, nearest }) => kind === 'answered' || nearest.length > 0);
  const pointed = readPointed(text, listing ?? last);
  if (pointed !== undefined) return followPointed(pointed, own.length === 0);
  const [first, ...others] = articlesOf(before.findLast(({ kind }) => kind === 'answered'));
  if (first === undefined) return { kind: 'none' };
  const about = { kind: 'about', cited: [first], others } as const;
  const runs = runsOf(text, new Set(own));
  if (runs.every((run) => run.length === 1) && text.length <= longestElliptic)
    return { ...about, isCertain: true };
  if (leaning.test(text)) return { ...about, isCertain: true };
  if (namesAnother(text)) return { kind: 'none' };
  if (pronoun.test(text)) return { ...about, isCertain: text.length <= longestPointing };
  return text.length > longestElided ? { kind: 'none' } : { ...about, isCertain: false };
}

// A longer question says what it is about.
const longestElided = 18;
// A single character names no topic: 「请谁来讲的课」.
const longestElliptic = 10;
const longestPointing = 20;

/** 「第二个具体怎么做的」 as the first message: nothing was listed. */
function withoutHistory(text: string): FollowUp {
  const isElliptic = pointsAtOne(text) && ownWords(text).length === 0;
  return isElliptic ? { kind: 'nothing', shown: 0 } : { kind: 'none' };
}

function followPointed({ articles, shown }: Pointed, isElliptic: boolean): FollowUp {
  if (articles.length > 0) return { kind: 'about', cited: articles, isCertain: true };
  return isElliptic ? { kind: 'nothing', shown } : { kind: 'none' };
}

function namesAnother(text: string): boolean {
  return findNamedPlaces(text).some(({ isWeak }) => !isWeak) || /[“「《"]/u.test(text);
}

/** 「工会那边」 names its own; 「那边」 at the beginning points back. */
const pronoun =
  /他们|她们|它们|他(?!人|乡)|她|它|(?<!\p{Script=Han})(?:说说|讲讲)?(?:这|那)(?:个|家|里|儿|边|篇|项)(?!\p{Script=Han}{2,6}的)|该(?:社区|街道|单位|村|支部|项目|机构|品牌|中心|活动)|^(?:上面|前面|刚才|刚刚)(?:说|那|提|讲|的)/u;
/** 「那……呢」 goes on from what was said. */
const leaning = /^那(?:么|[^么]{0,12}呢|从|又|“|「|都|是|具体|为什么|怎么|多少|谁|什么|效果)/u;

/** One citation per article, in the order in which the answer names them. */
export function articlesOf(answer: Answer | undefined): readonly Citation[] {
  const cited = (answer?.claims ?? []).flatMap(({ citations }) =>
    citations.flatMap((n) => answer?.citations.find((one) => one.n === n) ?? []),
  );
  const byArticle = new Map<string, Citation>();
  for (const one of cited) if (!byArticle.has(one.articleId)) byArticle.set(one.articleId, one);
  return [...byArticle.values()];
}

function shownArticles(history: readonly Answer[]): readonly string[] {
  return [...new Set(history.flatMap(({ citations }) => citations.map((one) => one.articleId)))];
}

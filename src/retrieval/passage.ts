import type { Article } from '../corpus/article.ts';

/** A sentence-aligned piece of an article of about 300 characters; passages of one article do not overlap. */
export interface Passage {
  /** `articleId#ordinal`, ordinals from 0. */
  readonly id: string;
  readonly articleId: string;
  readonly ordinal: number;
  /** `article.body.slice(start, start + text.length) === text`: verbatim. */
  readonly text: string;
  /** UTF-16 offset in the article's body. */
  readonly start: number;
}

/** A passage that was found, with its article. At most one hit per article in one search. */
export interface Hit {
  readonly passage: Passage;
  readonly article: Article;
  /** Fused score; comparable within one search only. */
  readonly score: number;
}

/** Each list: any of its values; all given fields must hold. Dates are inclusive, `YYYY-MM-DD`. */
export interface Filters {
  readonly orgTypes?: readonly string[];
  readonly themes?: readonly string[];
  readonly places?: readonly string[];
  readonly publications?: readonly string[];
  readonly dateFrom?: string;
  readonly dateTo?: string;
  /** Article ids to leave out. */
  readonly without?: readonly string[];
}

export interface SearchOptions {
  readonly limit: number;
  readonly filters?: Filters;
  /** Whose question it is, for what a model is asked in a search: opaque. */
  readonly reader?: string | undefined;
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Higher: more likely that the hits answer the question. */
  readonly abstention: number;
  /** Of the best hit, where the question's words agree with little. */
  readonly about?: LikelyEvidence;
  /** With it: what the question is likely about. */
  readonly sayings?: readonly Saying[];
}

/** One thing with all the ways to say it, folded. */
export interface Saying {
  readonly ways: readonly string[];
  /** Beside a word of the question, which counts 1. */
  readonly weight: number;
}

/** How far something is about what a question is likely about: 0 to 1. */
export interface LikelyEvidence {
  readonly passage: number;
  /** Of the passage and the questions that its article answers. */
  readonly article: number;
}

/** Finds passages for a question in everyday Chinese. */
export type SearchPassages = (question: string, options: SearchOptions) => Promise<SearchResult>;

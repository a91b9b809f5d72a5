import type { Source } from '../corpus/article.ts';
import type { AppliedFilter } from './applied-filter.ts';
import type { Profile } from './profile.ts';

/** One sentence of an answer and the numbers of the citations it stands on, at least one. */
export interface Claim {
  readonly text: string;
  readonly citations: readonly [number, ...number[]];
}

/** A claim's tie to a verbatim quote in a passage. */
export interface Citation {
  /** Number within the answer, from 1. */
  readonly n: number;
  readonly articleId: string;
  readonly passageId: string;
  readonly title: string | null;
  readonly organisation: string | null;
  /** Verbatim text of the article's body. */
  readonly quote: string;
  /** Whose words the article is in. */
  readonly text: 'original' | 'rewritten' | 'contributed';
  readonly source: Source;
}

export interface NearestArticle {
  readonly articleId: string;
  readonly title: string | null;
  /** Of an article without a title: whose it is. */
  readonly organisation?: string;
}

interface AnswerBase {
  /** With `filters`: what was asked beside them. */
  readonly question: string;
  /** What the search was narrowed to, when it was. */
  readonly filters?: readonly AppliedFilter[] | undefined;
  /** Sentences for the reader beside the claims: differing figures, gaps, a model that is down. */
  readonly notes: readonly string[];
  /** Milliseconds. */
  readonly ms: { readonly retrieve: number; readonly answer: number; readonly total: number };
}

/** `notes` of a refused or chat answer hold what is said to the reader. */
export type Answer = AnswerBase &
  (
    | {
        readonly kind: 'answered';
        readonly by: 'model' | 'extract';
        readonly claims: readonly [Claim, ...Claim[]];
        readonly citations: readonly [Citation, ...Citation[]];
        readonly nearest: readonly NearestArticle[];
      }
    | {
        readonly kind: 'not-found' | 'refused' | 'chat';
        readonly by: null;
        readonly claims: readonly [];
        readonly citations: readonly [];
        readonly nearest: readonly NearestArticle[];
      }
  );

/** An answer that is still being written: what of it has been verified, nothing at first. */
export interface AnswerInProgress {
  readonly claims: readonly Claim[];
  readonly citations: readonly Citation[];
}

/** What one question brings with it. */
export interface AskOptions {
  /** Articles already shown that the reader does not want again. */
  readonly without?: readonly string[];
  /** Earlier exchanges of this conversation, oldest first. */
  readonly history?: readonly Answer[];
  /** What to narrow the search to, in place of what the question says about it. */
  readonly filters?: readonly AppliedFilter[];
  /** Of practices that answer equally well, those of organisations like this one come first. */
  readonly profile?: Profile;
  /** Gives the question up: the promise rejects. */
  readonly signal?: AbortSignal;
  /** Ends the writing: what is written and verified by then is the answer. */
  readonly stop?: AbortSignal;
  /** When it was asked, on the clock of `performance.now()`: from then on its reader waits. Default: now. */
  readonly askedAt?: number;
  /** Told that a model sets out to write, and of its verified claims whenever there is one more. */
  readonly onProgress?: (soFar: AnswerInProgress) => void;
  /** Whose question it is, for the cap on tokens: opaque, and never told to a model. */
  readonly reader?: string;
}

/** Answers one question; what goes wrong with a model ends in an extractive answer, never in an error. */
export type AnswerQuestion = (question: string, options?: AskOptions) => Promise<Answer>;

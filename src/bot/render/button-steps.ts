import { createHash } from 'node:crypto';

/** A short name for a theme, a place or an article in button data: 10 characters of `A-Za-z0-9_-`. */
export function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 10);
}

export const browsedBy = ['theme', 'org-type'] as const;
export type BrowsedBy = (typeof browsedBy)[number];

/** A page of the catalogue: of its headings, or of the titles below one of them. Only for its reader. */
export interface BrowsePage {
  readonly by: BrowsedBy;
  /** Of the heading, by `keyOf`; empty for all headings. */
  readonly key: string;
  /** From 1. */
  readonly page: number;
  /** 0: anyone. */
  readonly readerId: number;
}

/** A page of an article of the catalogue. */
export interface ReadPage {
  /** Of the article's id, by `keyOf`. */
  readonly key: string;
  readonly page: number;
  readonly readerId: number;
}

export const profileActs = ['show', 'org-type', 'place', 'theme', 'clear'] as const;

/** A step in saying what one is; it is a matter of private chats. */
export interface ProfileAct {
  readonly act: (typeof profileActs)[number];
  /** Of what was chosen, by `keyOf`; empty to see the choices. */
  readonly key: string;
  /** The choice is taken back. */
  readonly drops: boolean;
  readonly page: number;
}

export const memberActs = [
  'list',
  'show',
  'member',
  'reviewer',
  'admin',
  'ask-remove',
  'remove',
] as const;

/** A step in looking after the members: a role to give, or a member to take out. */
export interface MemberAct {
  readonly act: (typeof memberActs)[number];
  /** 0 with the list. */
  readonly readerId: number;
  /** Of the list, from 1. */
  readonly page: number;
}

export const digestActs = [
  'show',
  'subscribe',
  'preview',
  'pause',
  'resume',
  'leave',
  'theme',
  'org-type',
  'time',
  'rhythm',
  'again',
] as const;

/** A step in the settings of a subscription. */
export interface DigestAct {
  readonly act: (typeof digestActs)[number];
  /** What was chosen: a theme, a kind of organisation, minutes, a rhythm, a day; empty to see the choices. */
  readonly value: string;
  /** The choice is taken back. A button says so, and does not turn about what stands: pressed twice, it acts once. */
  readonly drops: boolean;
  /** Of the choices, from 1. */
  readonly page: number;
}

/** An article as an answer names it (citation `n`, or the n-th of the nearest ones), or the n-th of a digest. */
export interface ArticlePage {
  /** Of the answer, or of the digest's content. */
  readonly answerId: string;
  readonly from: 'citation' | 'nearest' | 'digest';
  readonly n: number;
  /** From 1. */
  readonly page: number;
}

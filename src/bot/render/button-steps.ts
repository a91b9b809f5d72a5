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
  readonly page: number;
}

import { z } from 'zod';
import {
  type BrowsePage,
  browsedBy,
  type ProfileAct,
  profileActs,
  type ReadPage,
} from './button-steps.ts';

/** What a button does. It names things by their ids in the database, so that it works after a restart. */
export type ButtonData =
  | { readonly does: 'show-passage'; readonly answerId: string; readonly n: number }
  | ({ readonly does: 'open-article' | 'turn-page' } & ArticlePage)
  | { readonly does: 'vote'; readonly answerId: string; readonly vote: 'up' | 'down' }
  | { readonly does: 'ask-example'; readonly index: number }
  /** Asks for other practices than those of an answer. */
  | { readonly does: 'ask-more'; readonly answerId: string }
  /** Ends the writing of an answer; the question is one that is running, not one in the database. */
  | { readonly does: 'stop'; readonly questionId: string }
  /** Asks the question of an answer again without its n-th condition. */
  | { readonly does: 'drop-filter'; readonly answerId: string; readonly n: number }
  /** Puts the practices of an answer side by side. */
  | { readonly does: 'compare'; readonly answerId: string }
  /** Shows what the card of the n-th article of an answer stands on. */
  | { readonly does: 'card-passages'; readonly answerId: string; readonly n: number }
  | ({ readonly does: 'browse' } & BrowsePage)
  | ({ readonly does: 'read-article' | 'turn-read' } & ReadPage)
  | ({ readonly does: 'me' } & ProfileAct)
  | { readonly does: 'forget'; readonly sure: boolean }
  /** Asks about the n-th item of a digest. */
  | { readonly does: 'ask-digest'; readonly contentId: string; readonly n: number }
  /** Takes the articles of a page that was sent in, or puts it away. */
  | { readonly does: 'take-page' | 'drop-page'; readonly pageId: string }
  | ({ readonly does: 'digest' } & DigestAct);

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

// Telegram refuses button data above 64 bytes; this is the longest of ours with room to spare.
const answerId = z.string().regex(/^[\w-]{12}$/);
const number = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);
const origins = { c: 'citation', n: 'nearest', d: 'digest' } as const;
const origin = z.enum(['c', 'n', 'd']).transform((letter) => origins[letter]);
// The longest name of a theme is 10 characters: 30 bytes.
const choice = z.string().max(16);
const key = z.string().regex(/^(?:[\w-]{10})?$/);
const readerId = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number);

const dataSchema = z
  .string()
  .max(64)
  .transform((data) => data.split(':'))
  .pipe(
    z.union([
      z
        .tuple([z.literal('p'), answerId, number])
        .transform(([, id, n]): ButtonData => ({ does: 'show-passage', answerId: id, n })),
      z
        .tuple([z.enum(['a', 't']), answerId, origin, number, number])
        .transform(([letter, id, from, n, page]): ButtonData => {
          return {
            does: letter === 'a' ? 'open-article' : 'turn-page',
            answerId: id,
            from,
            n,
            page,
          };
        }),
      z
        .tuple([z.literal('v'), answerId, z.enum(['up', 'down'])])
        .transform(([, id, vote]): ButtonData => ({ does: 'vote', answerId: id, vote })),
      z
        .tuple([z.literal('e'), number])
        .transform(([, index]): ButtonData => ({ does: 'ask-example', index })),
      z
        .tuple([z.literal('m'), answerId])
        .transform(([, id]): ButtonData => ({ does: 'ask-more', answerId: id })),
      z
        .tuple([z.literal('s'), answerId])
        .transform(([, questionId]): ButtonData => ({ does: 'stop', questionId })),
      z
        .tuple([z.literal('x'), answerId, number])
        .transform(([, id, n]): ButtonData => ({ does: 'drop-filter', answerId: id, n })),
      z
        .tuple([z.literal('c'), answerId])
        .transform(([, id]): ButtonData => ({ does: 'compare', answerId: id })),
      z
        .tuple([z.literal('k'), answerId, number])
        .transform(([, id, n]): ButtonData => ({ does: 'card-passages', answerId: id, n })),
      z
        .tuple([z.literal('b'), z.enum(browsedBy), key, number, readerId])
        .transform(([, by, name, page, reader]): ButtonData => {
          return { does: 'browse', by, key: name, page, readerId: reader };
        }),
      z
        .tuple([z.enum(['r', 'u']), key, number, readerId])
        .transform(([letter, id, page, reader]): ButtonData => {
          const does = letter === 'r' ? 'read-article' : 'turn-read';
          return { does, key: id, page, readerId: reader };
        }),
      z
        .tuple([z.literal('w'), z.enum(profileActs), key, number])
        .transform(([, act, name, page]): ButtonData => ({ does: 'me', act, key: name, page })),
      z
        .tuple([z.literal('f'), z.enum(['yes', 'no'])])
        .transform(([, word]): ButtonData => ({ does: 'forget', sure: word === 'yes' })),
      z
        .tuple([z.literal('q'), answerId, number])
        .transform(([, contentId, n]): ButtonData => ({ does: 'ask-digest', contentId, n })),
      z.tuple([z.enum(['i', 'o']), answerId]).transform(([letter, pageId]): ButtonData => {
        return { does: letter === 'i' ? 'take-page' : 'drop-page', pageId };
      }),
      z
        .tuple([z.literal('d'), z.enum(digestActs), choice, number])
        .transform(([, act, value, page]): ButtonData => ({ does: 'digest', act, value, page })),
    ]),
  );

/** Writes what a button does into at most 64 bytes. */
export function writeButtonData(data: ButtonData): string {
  switch (data.does) {
    case 'show-passage':
      return `p:${data.answerId}:${data.n}`;
    case 'open-article':
      return `a:${articlePage(data)}`;
    case 'turn-page':
      return `t:${articlePage(data)}`;
    case 'vote':
      return `v:${data.answerId}:${data.vote}`;
    case 'ask-example':
      return `e:${data.index}`;
    case 'ask-more':
      return `m:${data.answerId}`;
    case 'stop':
      return `s:${data.questionId}`;
    case 'drop-filter':
      return `x:${data.answerId}:${data.n}`;
    case 'compare':
      return `c:${data.answerId}`;
    case 'card-passages':
      return `k:${data.answerId}:${data.n}`;
    case 'browse':
      return `b:${data.by}:${data.key}:${data.page}:${data.readerId}`;
    case 'read-article':
      return `r:${data.key}:${data.page}:${data.readerId}`;
    case 'turn-read':
      return `u:${data.key}:${data.page}:${data.readerId}`;
    case 'me':
      return `w:${data.act}:${data.key}:${data.page}`;
    case 'forget':
      return `f:${data.sure ? 'yes' : 'no'}`;
    case 'ask-digest':
      return `q:${data.contentId}:${data.n}`;
    case 'take-page':
      return `i:${data.pageId}`;
    case 'drop-page':
      return `o:${data.pageId}`;
    case 'digest':
      return `d:${data.act}:${data.value}:${data.page}`;
  }
}

/** Reads it back; undefined when it is none of ours, as from a button of another version. */
export function readButtonData(text: string): ButtonData | undefined {
  return dataSchema.safeParse(text).data;
}

function articlePage({ answerId: id, from, n, page }: ArticlePage): string {
  return `${id}:${from.slice(0, 1)}:${n}:${page}`;
}

import { z } from 'zod';

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
  | { readonly does: 'forget'; readonly sure: boolean };

/** An article as an answer names it: the one of citation `n`, or the n-th of the nearest ones. */
export interface ArticlePage {
  readonly answerId: string;
  readonly from: 'citation' | 'nearest';
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
const origin = z.enum(['c', 'n']).transform((letter) => (letter === 'c' ? 'citation' : 'nearest'));

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
        .tuple([z.literal('f'), z.enum(['yes', 'no'])])
        .transform(([, word]): ButtonData => ({ does: 'forget', sure: word === 'yes' })),
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
    case 'forget':
      return `f:${data.sure ? 'yes' : 'no'}`;
  }
}

/** Reads it back; undefined when it is none of ours, as from a button of another version. */
export function readButtonData(text: string): ButtonData | undefined {
  return dataSchema.safeParse(text).data;
}

function articlePage({ answerId: id, from, n, page }: ArticlePage): string {
  return `${id}:${from === 'citation' ? 'c' : 'n'}:${n}:${page}`;
}

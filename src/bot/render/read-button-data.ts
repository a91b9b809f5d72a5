import { z } from 'zod';
import { type ButtonData, readingLetters } from './button-data.ts';
import { browsedBy, digestActs, memberActs, profileActs } from './button-steps.ts';

/** Reads what `writeButtonData` has written; undefined when it is none of ours, as from a button of another version. */
export function readButtonData(text: string): ButtonData | undefined {
  return dataSchema.safeParse(text).data;
}

// Telegram refuses button data above 64 bytes; this is the longest of ours with room to spare.
const answerId = z.string().regex(/^[\w-]{12}$/);
const number = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);
const origins = { c: 'citation', n: 'nearest', d: 'digest' } as const;
const origin = z.enum(['c', 'n', 'd']).transform((letter) => origins[letter]);
const readings = {
  r: 'read-article',
  u: 'turn-read',
  j: 'read-card',
  l: 'read-card-passages',
} as const;
// The longest name of a theme is 10 characters: 30 bytes.
const choice = z.string().max(16);
const key = z.string().regex(/^(?:[\w-]{10})?$/);
// Of a reader or an update.
const telegramId = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number);

const sign = z.enum(['+', '-']).transform((character) => character === '-');

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
        .tuple([z.literal('b'), z.enum(browsedBy), key, number, telegramId])
        .transform(([, by, name, page, reader]): ButtonData => {
          return { does: 'browse', by, key: name, page, readerId: reader };
        }),
      z
        .tuple([z.enum(readingLetters), key, number, telegramId])
        .transform(([letter, id, page, reader]): ButtonData => {
          return { does: readings[letter], key: id, page, readerId: reader };
        }),
      z
        .tuple([z.literal('w'), z.enum(profileActs), sign, key, number])
        .transform(([, act, drops, name, page]): ButtonData => {
          return { does: 'me', act, drops, key: name, page };
        }),
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
        .tuple([z.literal('n'), telegramId])
        .transform(([, updateId]): ButtonData => ({ does: 'redo', updateId })),
      z
        .tuple([z.literal('g'), z.enum(memberActs), telegramId, number])
        .transform(([, act, reader, page]): ButtonData => {
          return { does: 'members', act, readerId: reader, page };
        }),
      z
        .tuple([z.literal('d'), z.enum(digestActs), sign, choice, number])
        .transform(([, act, drops, value, page]): ButtonData => {
          return { does: 'digest', act, drops, value, page };
        }),
    ]),
  );

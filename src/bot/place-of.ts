import type { Context } from 'grammy';
import type { KeptAnswer, Place } from '../exchange/answers.ts';

/** Stands for everyone in a chat: an answer asked for by an anonymous admin or a channel. */
const anyone = 0;

/** The chat and the reader an update is from; undefined when it is from nobody who could ask. */
export function placeOf(ctx: Context): Place | undefined {
  if (ctx.chatId === undefined || ctx.from === undefined) return undefined;
  if (ctx.callbackQuery === undefined && ctx.msg?.sender_chat !== undefined) {
    return { chatId: ctx.chatId, readerId: anyone };
  }
  return ctx.from.is_bot ? undefined : { chatId: ctx.chatId, readerId: ctx.from.id };
}

/** Whether an answer was made for this place. */
export function isFor(
  { chatId, readerId }: KeptAnswer,
  place: Place,
): 'yes' | 'other-reader' | 'other-chat' {
  if (chatId !== place.chatId) return 'other-chat';
  return readerId === anyone || readerId === place.readerId ? 'yes' : 'other-reader';
}

export function isGroup(ctx: Context): boolean {
  return ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup';
}

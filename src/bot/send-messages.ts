import { type Context, GrammyError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { isGroup } from './place-of.ts';
import type { Keyboard, Message } from './render/message.ts';

/** Sends messages into the chat of an update; in groups, and after a button, as a reply to what they belong to. */
export async function sendMessages(ctx: Context, messages: readonly Message[]): Promise<void> {
  for (const { html, keyboard } of messages) {
    await ctx.reply(html, {
      ...asHtml,
      ...replyTo(ctx),
      ...(keyboard.length > 0 ? { reply_markup: toMarkup(keyboard) } : {}),
    });
  }
}

/** Replaces the message a button is on. */
export async function replaceMessage(ctx: Context, { html, keyboard }: Message): Promise<void> {
  await unlessUnchanged(ctx.editMessageText(html, { ...asHtml, reply_markup: toMarkup(keyboard) }));
}

/** Replaces the buttons of the message a button is on. */
export async function replaceKeyboard(ctx: Context, keyboard: Keyboard): Promise<void> {
  await unlessUnchanged(ctx.editMessageReplyMarkup({ reply_markup: toMarkup(keyboard) }));
}

/** Ends the waiting mark on a button, with a short notice above the chat. */
export async function answerPress(ctx: Context, notice?: string): Promise<void> {
  try {
    await ctx.answerCallbackQuery(notice === undefined ? {} : { text: notice });
  } catch (error) {
    // Telegram forgets a press after a while, as when it is handled after a restart.
    if (!isRefusal(error, 'query is too old')) throw error;
  }
}

const asHtml = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

function replyTo(ctx: Context) {
  if (ctx.msgId === undefined || !(isGroup(ctx) || ctx.callbackQuery !== undefined)) return {};
  return { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } };
}

function toMarkup(keyboard: Keyboard): InlineKeyboardMarkup {
  return { inline_keyboard: keyboard.map((row) => [...row]) };
}

async function unlessUnchanged(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!isRefusal(error, 'message is not modified')) throw error;
  }
}

function isRefusal(error: unknown, words: string): boolean {
  return error instanceof GrammyError && error.description.includes(words);
}

import { type Context, GrammyError } from 'grammy';
import type { InlineKeyboardMarkup, Message as SentMessage } from 'grammy/types';
import { toGrammySignal } from './grammy-signal.ts';
import { isGroup } from './place-of.ts';
import type { Keyboard, Message } from './render/message.ts';

/** Sends messages into the chat of an update; in groups, and after a button, as a reply to what they belong to. */
export async function sendMessages(ctx: Context, messages: readonly Message[]): Promise<void> {
  for (const message of messages) await sendMessage(ctx, message);
}

/** Sends one message. With a signal Telegram's wishes to wait are not waited out: its caller sees to them. */
export function sendMessage(
  ctx: Context,
  { html, keyboard }: Message,
  signal?: AbortSignal,
): Promise<SentMessage.TextMessage> {
  const options = { ...toOptions({ keyboard }), ...replyTo(ctx) };
  return ctx.reply(html, options, toGrammySignal(signal));
}

/** Replaces a message of ours in the chat of an update; given up when the signal is aborted. */
export async function editMessage(
  ctx: Context,
  { messageId, message }: { readonly messageId: number; readonly message: Message },
  signal: AbortSignal,
): Promise<void> {
  const options = { ...asHtml, reply_markup: toMarkup(message.keyboard) };
  const chat = ctx.chatId ?? 0;
  await unlessUnchanged(
    ctx.api.editMessageText(chat, messageId, message.html, options, toGrammySignal(signal)),
  );
}

/** Takes a message of ours out of the chat of an update. */
export async function removeMessage(
  ctx: Context,
  messageId: number,
  signal: AbortSignal,
): Promise<void> {
  await ctx.api.deleteMessage(ctx.chatId ?? 0, messageId, toGrammySignal(signal));
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

/** What goes with the text of a message. */
export function toOptions({ keyboard }: Pick<Message, 'keyboard'>) {
  return { ...asHtml, ...(keyboard.length > 0 ? { reply_markup: toMarkup(keyboard) } : {}) };
}

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

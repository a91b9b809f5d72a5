import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import { isGroup } from '../place-of.ts';

/**
 * The question in a text message. In a group only when the bot is meant: mentioned or replied to. Empty when it
 * was called without one; undefined when the message is not for this bot.
 */
export function questionIn(ctx: Context): string | undefined {
  const message = ctx.message;
  if (message?.text === undefined) return undefined;
  const text = withoutMentions(message, ctx.me).trim();
  if (!isGroup(ctx)) return text;
  if (isCommand(message)) return undefined;
  const isMentioned = text.length !== message.text.trim().length;
  const repliesToBot = message.reply_to_message?.from?.id === ctx.me.id;
  if (!isMentioned && !repliesToBot) return undefined;
  return text || quotedQuestion(ctx);
}

/** The bot was only pointed at somebody's message: that message is the question. Empty when there is none. */
export function quotedQuestion({ message, me }: Context): string {
  const quoted = message?.reply_to_message;
  return quoted?.from?.id === me.id ? '' : (quoted?.text ?? '');
}

function isCommand({ entities = [] }: Message): boolean {
  return entities.some(({ type, offset }) => type === 'bot_command' && offset === 0);
}

function withoutMentions({ text = '', entities = [] }: Message, me: Context['me']): string {
  const name = `@${me.username}`.toLowerCase();
  return entities
    .filter((entity) => {
      if (entity.type === 'text_mention') return entity.user.id === me.id;
      const mentioned = text.slice(entity.offset, entity.offset + entity.length);
      return entity.type === 'mention' && mentioned.toLowerCase() === name;
    })
    .toSorted((a, b) => b.offset - a.offset)
    .reduce(
      (rest, { offset, length }) => rest.slice(0, offset) + rest.slice(offset + length),
      text,
    );
}

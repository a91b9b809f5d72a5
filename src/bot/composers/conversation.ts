import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { placeOf } from '../place-of.ts';

/** /new forgets what follow-up questions refer to, /cancel stops the answer being made. */
export function conversationComposer({ exchange, running }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  composer.command('new', async (ctx) => {
    const place = placeOf(ctx);
    if (place === undefined) return;
    await exchange.conversations.startAfresh(place);
    await ctx.reply('好，我们从头开始。您想了解什么？');
  });
  composer.command('cancel', async (ctx) => {
    const place = placeOf(ctx);
    const stopped = place !== undefined && running.cancel(place);
    await ctx.reply(stopped ? '已停下，这个问题不再回答。' : '现在没有正在准备的回答。');
  });
  return composer;
}

import type { openReader } from '../support/bot-reader.ts';
import { inventedCorpus } from '../support/sample-corpus.ts';
import { type BotOptions, openBot } from './open-bot.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

export const hour = 60 * 60 * 1000;

/** Monday, 2 March 2026, 07:00 in Shanghai. */
const seven = Date.parse('2026-03-02T07:00:00+08:00');
export const wiring = { timeZone: 'Asia/Shanghai', listArticles: async () => inventedCorpus(6) };

/** A bot in the web chat at seven. */
export async function openMorning(options: BotOptions = {}) {
  const clock = { now: seven };
  const articles = inventedCorpus(6);
  const readArticle = async (id: string) => articles.find((article) => article.id === id);
  const chat = await openBot({ articles, readArticle, now: () => clock.now, ...options });
  return { clock, chat };
}

/** A bot on a Telegram that can misbehave, and what these chats of its are subscribed to. */
export async function openMorningOnTelegram(...chatIds: readonly number[]) {
  const clock = { now: seven };
  const chat = await openBotOnTelegram({ articles: inventedCorpus(3), now: () => clock.now });
  const subscriptions = () =>
    chat.services().exchange.digestsOf(chat.telegram.botId, wiring).subscriptions;
  for (const chatId of chatIds) await subscriptions().change(chatId, {});
  return { clock, chat, subscriptions };
}

/** Subscribes by the button; the message with the settings. */
export async function subscribe(reader: Awaited<ReturnType<typeof openReader>>) {
  await reader.say('/digest');
  const card = await reader.next();
  await reader.press(card, '订阅');
  return reader.edited(card.id, '已订阅');
}

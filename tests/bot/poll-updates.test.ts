import { Api } from 'grammy';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { pollUpdates } from '../../src/bot/poll-updates.ts';
import { answered } from '../support/sample-answers.ts';
import { messageUpdate, startTelegram } from '../support/telegram-server.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const log = pino({ level: 'silent' });

test('updates that could not be written down are not acknowledged, and come again', async () => {
  await using telegram = await startTelegram();
  const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  const stop = new AbortController();
  const received: number[][] = [];
  telegram.send(messageUpdate(5, { text: '一' }));
  await pollUpdates({
    api,
    log,
    signal: stop.signal,
    async accept(updates) {
      received.push(updates.map((update) => update.update_id));
      if (received.length === 1) throw new Error('the disk is full');
      stop.abort();
    },
  });
  expect(received).toEqual([[5], [5]]);
  expect(telegram.sent('getUpdates').map(({ payload }) => payload.offset)).toEqual([0, 0]);
});

test('polling stops at once though Telegram is still waiting', async () => {
  await using telegram = await startTelegram();
  const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  const stop = new AbortController();
  const polling = pollUpdates({ api, log, signal: stop.signal, accept: async () => undefined });
  await telegram.until(() => telegram.sent('getUpdates')[0]);
  stop.abort();
  await polling;
});

test('150 questions in 30 chats are each answered once, in order within a chat', async () => {
  await using chat = await openBotOnTelegram({
    answerQuestion: async (question): Promise<Answer> => ({
      ...answered,
      question,
      claims: [{ text: question, citations: [1] }],
    }),
  });
  const chats = Array.from({ length: 30 }, (_, n) => n + 1);
  const rounds = [1, 2, 3, 4, 5];
  for (const round of rounds) {
    for (const id of chats) {
      const place = { id, type: 'private', first_name: '小林' };
      const from = { id, is_bot: false, first_name: '小林' };
      chat.telegram.send(
        messageUpdate(round * 100 + id, { chat: place, from, text: `问${round}` }),
      );
    }
  }
  await chat.telegram.until(() => chat.telegram.sent()[chats.length * rounds.length - 1]);
  const byChat = Map.groupBy(chat.telegram.sent(), ({ payload }) => payload.chat_id);
  expect(byChat.size).toBe(chats.length);
  for (const calls of byChat.values()) {
    const asked = calls.map(({ payload }) => String(payload.text).slice(0, 2));
    expect(asked).toEqual(['问1', '问2', '问3', '问4', '问5']);
  }
});

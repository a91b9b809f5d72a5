import { expect, test } from 'vitest';
import { writeButtonData } from '../../src/bot/render/button-data.ts';
import { messageUpdate, pressUpdate, refusal } from '../support/telegram-server.ts';
import { hour, openMorningOnTelegram } from './open-morning.ts';

test.each([
  ['blocked', refusal(403, 'Forbidden: bot was blocked by the user'), 1],
  ['gone', refusal(400, 'Bad Request: chat not found'), 1],
  ['refused', refusal(400, 'Bad Request: message is too long'), 2],
])('a reader who has %s does not stop the others', async (_, fault, left) => {
  const { clock, chat, subscriptions } = await openMorningOnTelegram(1, 2);
  await using _chat = chat;
  clock.now += hour;
  chat.telegram.fail('sendMessage', fault);
  await chat.restart();
  await chat.message(2);
  expect(new Set(chat.telegram.sent().map(({ payload }) => payload.chat_id))).toEqual(
    new Set([1, 2]),
  );
  await expect.poll(() => subscriptions().count()).toBe(left);
});

test('a group that has moved gets its digest under its new id', async () => {
  const { clock, chat } = await openMorningOnTelegram(-5);
  await using _ = chat;
  clock.now += hour;
  const moved = 'Bad Request: group chat was upgraded to a supergroup chat';
  chat.telegram.fail('sendMessage', refusal(400, moved, { migrate_to_chat_id: -1005 }));
  await chat.restart();
  expect((await chat.message(2)).chat_id).toBe(-1005);
  chat.telegram.send(messageUpdate(1, { text: '/help' }));
  await chat.message(3);
});

test('a press that is handled twice, as after a crash, chooses once', async () => {
  const { chat, subscriptions } = await openMorningOnTelegram(1);
  await using _ = chat;
  const choice = { does: 'digest', act: 'theme', value: '养老服务', page: 1 } as const;
  for (const [updateId, drops] of [false, false, true, true].entries()) {
    const data = writeButtonData({ ...choice, drops });
    chat.telegram.send(pressUpdate(updateId + 1, { data, by: 1 }));
    await chat.telegram.until(() => chat.telegram.sent('editMessageText')[updateId]);
    expect((await subscriptions().find(1))?.themes).toEqual(drops ? [] : ['养老服务']);
  }
});

import { expect, test } from 'vitest';
import { messageUpdate } from '../support/telegram-server.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const webhook = { url: 'https://chazuo.example/hook', secret: 'a-secret-of-sixteen', port: 0 };

function openOnWebhook() {
  return openBotOnTelegram({ webhook });
}

async function post(port: number | undefined, body: string, secret = webhook.secret) {
  const response = await fetch(`http://127.0.0.1:${port}/hook`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body,
  });
  return response.status;
}

const update = (updateId: number) =>
  JSON.stringify(messageUpdate(updateId, { text: '老年食堂怎么办？' }));

test('Telegram is told of the webhook with its secret, and an update is answered once', async () => {
  await using chat = await openOnWebhook();
  expect(chat.telegram.sent('setWebhook')[0]?.payload).toMatchObject({
    url: webhook.url,
    secret_token: webhook.secret,
  });
  expect(await post(chat.webhookPort(), update(1))).toBe(200);
  expect((await chat.message(1)).text).toContain('柳林社区');
  expect(await post(chat.webhookPort(), update(1))).toBe(200);
  expect(await post(chat.webhookPort(), update(2))).toBe(200);
  await chat.message(2);
  expect(chat.telegram.sent()).toHaveLength(2);
  expect(chat.telegram.sent('getUpdates')).toEqual([]);
});

test('a request without the secret, or without an update, is refused', async () => {
  await using chat = await openOnWebhook();
  const port = chat.webhookPort();
  expect(await post(port, update(1), 'another-secret-here')).toBe(401);
  expect(await post(port, update(1), '')).toBe(401);
  expect(await post(port, 'no json')).toBe(400);
  expect(await post(port, '{"ok":true}')).toBe(400);
  expect(await post(port, 'x'.repeat(2_000_000))).toBe(413);
  expect((await fetch(`http://127.0.0.1:${port}/hook`)).status).toBe(405);
});

test('an update that can not be written down is answered 503, and taken when it comes again', async () => {
  await using chat = await openOnWebhook();
  const port = chat.webhookPort();
  await chat.db().schema.alterTable('inbox').renameTo('hidden').execute();
  expect(await post(port, update(1))).toBe(503);
  await chat.db().schema.alterTable('hidden').renameTo('inbox').execute();
  expect(await post(port, update(1))).toBe(200);
  expect((await chat.message(1)).text).toContain('柳林社区');
});

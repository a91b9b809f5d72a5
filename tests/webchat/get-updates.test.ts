import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Webchat } from '../../src/webchat/start-webchat.ts';
import { callBotApi, sendAsBot } from '../support/call-bot-api.ts';
import { firstReader, group, openReader, openWebchat } from '../support/web-reader.ts';

let folder: string;
let webchat: Webchat;
let reader: Awaited<ReturnType<typeof openReader>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webchat-'));
  webchat = await openWebchat({ dataFile: join(folder, 'webchat.sqlite') });
  reader = await openReader(webchat.url);
});

afterEach(async () => {
  reader.leave();
  await webchat.close();
  rmSync(folder, { recursive: true });
});

const updatesSchema = z.array(
  z.looseObject({ update_id: z.int(), message: z.looseObject({ text: z.string() }).optional() }),
);

async function getUpdates(parameters: object = {}) {
  const { result } = await callBotApi(webchat, 'getUpdates', parameters);
  return updatesSchema.parse(result);
}

const textsOf = (updates: Awaited<ReturnType<typeof getUpdates>>) =>
  updates.map(({ message }) => message?.text);

test('an update comes again until an offset above it confirms it', async () => {
  await reader.say('甲');
  await reader.say('乙');
  const updates = await getUpdates();
  expect(textsOf(updates)).toEqual(['甲', '乙']);
  expect(textsOf(await getUpdates())).toEqual(['甲', '乙']);
  expect(textsOf(await getUpdates({ offset: updates[1]!.update_id }))).toEqual(['乙']);
  expect(textsOf(await getUpdates())).toEqual(['乙']);
  expect(await getUpdates({ offset: updates[1]!.update_id + 1 })).toEqual([]);
});

test('a limit gives the oldest first, a negative offset keeps the newest', async () => {
  for (const text of ['甲', '乙', '丙']) await reader.say(text);
  expect(textsOf(await getUpdates({ limit: 2 }))).toEqual(['甲', '乙']);
  expect(textsOf(await getUpdates({ offset: -1 }))).toEqual(['丙']);
  expect(textsOf(await getUpdates())).toEqual(['丙']);
});

test('a waiting request ends as soon as something happens', async () => {
  const waiting = getUpdates({ timeout: 50 });
  await reader.see('bot', ({ connected }) => connected);
  await reader.say('来了');
  expect(textsOf(await waiting)).toEqual(['来了']);
});

test('a second poller ends the first with 409', async () => {
  const first = callBotApi(webchat, 'getUpdates', { timeout: 50 });
  await reader.see('bot', ({ connected }) => connected);
  const second = getUpdates({ timeout: 50 });
  expect(await first).toEqual({
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  await reader.say('给第二个');
  expect(textsOf(await second)).toEqual(['给第二个']);
});

test('only the kinds asked for are kept, until others are asked for', async () => {
  const { message_id } = await sendAsBot(webchat, {
    chat_id: firstReader,
    text: '甲',
    reply_markup: { inline_keyboard: [[{ text: '好', callback_data: 'a' }]] },
  });
  await getUpdates({ allowed_updates: ['message'] });
  await reader.press(message_id);
  await reader.say('乙');
  expect((await getUpdates()).map((update) => Object.keys(update)[1])).toEqual(['message']);
  await getUpdates({ allowed_updates: [] });
  await reader.press(message_id);
  expect((await getUpdates()).map((update) => Object.keys(update)[1])).toEqual([
    'message',
    'callback_query',
  ]);
});

test('deleteWebhook forgets what waits only when asked to', async () => {
  await reader.say('甲');
  await callBotApi(webchat, 'deleteWebhook');
  expect(await getUpdates()).toHaveLength(1);
  await callBotApi(webchat, 'deleteWebhook', { drop_pending_updates: true });
  expect(await getUpdates()).toEqual([]);
});

test('the page is told when the bot comes and when it vanishes', async () => {
  const gone = new AbortController();
  const poll = fetch(`${webchat.apiRoot}/bot${webchat.token}/getUpdates?timeout=50`, {
    signal: gone.signal,
  });
  await reader.see('bot', ({ connected }) => connected);
  gone.abort();
  await expect(poll).rejects.toThrow();
  await reader.see('bot', ({ connected }) => !connected);
});

describe('in the group', () => {
  test('the bot sees commands, mentions and replies to it, and nothing else', async () => {
    const member = await openReader(webchat.url, { reader: firstReader, chat: group });
    const { message_id } = await sendAsBot(webchat, { chat_id: group, text: '大家好' });
    await member.say('今天开会吗');
    await member.say('@chazuo_bot 食堂怎么办');
    await member.say('@somebody_else 在吗');
    await member.say('/ask 食堂');
    await member.say('/ask@other_bot 食堂');
    await member.say('再说说', message_id);
    expect(textsOf(await getUpdates())).toEqual(['@chazuo_bot 食堂怎么办', '/ask 食堂', '再说说']);
    member.leave();
  });

  test('everyone sees what is said, and a private chat stays private', async () => {
    const member = await openReader(webchat.url, { reader: firstReader, chat: group });
    await reader.say('私下问');
    await member.say('大家好');
    const seen = await member.see('message');
    expect(seen.text).toBe('大家好');
    member.leave();
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { callBotApi, sendAsBot } from '../support/call-bot-api.ts';
import { firstReader, openReader, openWebchat } from '../support/web-reader.ts';

const program = join(import.meta.dirname, '../support/webchat-process.ts');
const addressSchema = z.object({ url: z.string(), apiRoot: z.string(), token: z.string() });
const updatesSchema = z.array(
  z.looseObject({
    update_id: z.int(),
    message: z.looseObject({ text: z.string() }).optional(),
    callback_query: z.looseObject({ id: z.string(), data: z.string() }).optional(),
  }),
);

let folder: string;
let dataFile: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'webchat-'));
  dataFile = join(folder, 'webchat.sqlite');
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function startProcess() {
  child = spawn(process.execPath, [program, dataFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout! }), 'line');
  return addressSchema.parse(JSON.parse(line));
}

async function kill(): Promise<void> {
  const gone = once(child!, 'exit');
  child?.kill('SIGKILL');
  await gone;
}

test('a kill loses nothing that was accepted: history, updates, files, readers, token', async () => {
  const before = await startProcess();
  const reader = await openReader(before.url);
  await reader.say('杀掉之前问的');
  const sent = await sendAsBot(before, {
    chat_id: firstReader,
    text: '<b>答</b>',
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: '看原文', callback_data: 'passage:7' }]] },
  });
  await reader.press(sent.message_id);
  await callBotApi(before, 'setMyCommands', {
    commands: [{ command: 'start', description: '开始' }],
  });
  await kill();

  const after = await openWebchat({ dataFile });
  expect(after.token).toBe(before.token);
  const back = await openReader(after.url);
  const { messages, commands } = await back.see('chat');
  expect(messages).toMatchObject([
    { text: '杀掉之前问的' },
    { text: '答', entities: [{ type: 'bold' }], buttons: [[{ text: '看原文' }]] },
  ]);
  expect(commands).toEqual([{ command: 'start', description: '开始' }]);

  // The old button still works, and new updates go on counting.
  await back.press(sent.message_id);
  const updates = updatesSchema.parse((await callBotApi(after, 'getUpdates')).result);
  expect(
    updates.map(({ message, callback_query }) => message?.text ?? callback_query?.data),
  ).toEqual(['杀掉之前问的', 'passage:7', 'passage:7']);
  const ids = updates.map(({ update_id }) => update_id);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  back.leave();
  await after.close();
});

test('ids never come twice, not even when all before them is confirmed and deleted', async () => {
  const first = await openWebchat({ dataFile });
  const reader = await openReader(first.url);
  const message_id = await reader.say('甲');
  const [update] = updatesSchema.parse((await callBotApi(first, 'getUpdates')).result);
  const taken = update!.update_id;
  await callBotApi(first, 'getUpdates', { offset: taken + 1 });
  await callBotApi(first, 'deleteMessage', { chat_id: firstReader, message_id });
  reader.leave();
  await first.close();

  const second = await openWebchat({ dataFile });
  const back = await openReader(second.url);
  expect(await back.say('乙')).toBeGreaterThan(message_id);
  const updates = updatesSchema.parse((await callBotApi(second, 'getUpdates')).result);
  expect(updates).toHaveLength(1);
  expect(updates[0]!.update_id).toBeGreaterThan(taken);
  back.leave();
  await second.close();
});

test('a bot that knows the updates of a file since deleted still gets those of the new one', async () => {
  let now = Date.UTC(2026, 4, 1);
  const idOfNext = async () => {
    const webchat = await openWebchat({ dataFile, now: () => now });
    const reader = await openReader(webchat.url);
    const message = await reader.say('甲');
    const [update] = updatesSchema.parse((await callBotApi(webchat, 'getUpdates')).result);
    reader.leave();
    await webchat.close();
    return { message, update: update!.update_id };
  };
  const former = await idOfNext();
  rmSync(dataFile);
  now += 60_000;
  const next = await idOfNext();
  expect(next.update).toBeGreaterThan(former.update);
  expect(next.message).toBeGreaterThan(former.message);
});

test('a reader keeps his id under his name', async () => {
  const openByName = async (url: string) => {
    const response = await fetch(`${url}/page/reader`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-webchat': 'page' },
      body: JSON.stringify({ name: '书记老周' }),
    });
    return response.json();
  };
  const first = await openWebchat({ dataFile });
  const known = await openByName(first.url);
  await first.close();
  const second = await openWebchat({ dataFile });
  expect(await openByName(second.url)).toEqual(known);
  await second.close();
});

test('closing ends waiting polls and open pages at once', async () => {
  const webchat = await openWebchat({ dataFile });
  const reader = await openReader(webchat.url);
  const poll = callBotApi(webchat, 'getUpdates', { timeout: 50 });
  const ended = expect(poll).rejects.toThrow();
  await reader.see('bot', ({ connected }) => connected);
  await webchat.close();
  await ended;
});

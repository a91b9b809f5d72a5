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
let now = Date.UTC(2026, 4, 1, 8);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webchat-'));
  webchat = await openWebchat({ dataFile: join(folder, 'webchat.sqlite'), now: () => now });
});

afterEach(async () => {
  await webchat.close();
  rmSync(folder, { recursive: true });
});

const uploadSchema = z.object({
  result: z.looseObject({ document: z.looseObject({ file_id: z.string() }) }),
});

const chat_id = firstReader;
const button = (data: string) => ({ inline_keyboard: [[{ text: '好', callback_data: data }]] });

describe('refuses in the words of Telegram', () => {
  const refusals: readonly [string, string, object, string][] = [
    ['no chat', 'sendMessage', { text: '好' }, 'Bad Request: chat_id is empty'],
    ['an unknown chat', 'sendMessage', { chat_id: 99, text: '好' }, 'Bad Request: chat not found'],
    ['no text', 'sendMessage', { chat_id }, 'Bad Request: message text is empty'],
    [
      'a text of blanks',
      'sendMessage',
      { chat_id, text: ' \n\t ' },
      'Bad Request: text must be non-empty',
    ],
    [
      'a text of tags alone',
      'sendMessage',
      { chat_id, text: '<b></b>', parse_mode: 'HTML' },
      'Bad Request: text must be non-empty',
    ],
    [
      'a text of 4,097 units',
      'sendMessage',
      { chat_id, text: '好'.repeat(4097) },
      'Bad Request: message is too long',
    ],
    [
      'an unknown parse mode',
      'sendMessage',
      { chat_id, text: '好', parse_mode: 'RTF' },
      'Bad Request: unsupported parse_mode',
    ],
    [
      'an open tag',
      'sendMessage',
      { chat_id, text: '<b>好', parse_mode: 'HTML' },
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'button data of 65 bytes',
      'sendMessage',
      { chat_id, text: '好', reply_markup: button(`${'好'.repeat(21)}ab`) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'empty button data',
      'sendMessage',
      { chat_id, text: '好', reply_markup: button('') },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      'sendMessage',
      { chat_id, text: '好', reply_markup: { inline_keyboard: [[{ text: '好' }]] } },
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'a button to a script',
      'sendMessage',
      {
        chat_id,
        text: '好',
        reply_markup: { inline_keyboard: [[{ text: '好', url: 'javascript:alert(1)' }]] },
      },
      "Bad Request: inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong HTTP URL",
    ],
    [
      'more than 100 buttons',
      'sendMessage',
      {
        chat_id,
        text: '好',
        reply_markup: {
          inline_keyboard: Array.from({ length: 101 }, () => [{ text: '好', callback_data: 'a' }]),
        },
      },
      'Bad Request: reply markup is too long',
    ],
    [
      'a reply to nothing',
      'sendMessage',
      { chat_id, text: '好', reply_parameters: { message_id: 77 } },
      'Bad Request: message to be replied not found',
    ],
    [
      'an edit without a message',
      'editMessageText',
      { chat_id, text: '好' },
      'Bad Request: message identifier is not specified',
    ],
    [
      'an edit of nothing',
      'editMessageText',
      { chat_id, message_id: 77, text: '好' },
      'Bad Request: message to edit not found',
    ],
    [
      'a deletion of nothing',
      'deleteMessage',
      { chat_id, message_id: 77 },
      'Bad Request: message to delete not found',
    ],
    [
      'an answer to no press',
      'answerCallbackQuery',
      { callback_query_id: '77' },
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'an unknown action',
      'sendChatAction',
      { chat_id, action: 'sleeping' },
      'Bad Request: wrong parameter action in request',
    ],
    [
      'a command in capitals',
      'setMyCommands',
      { commands: [{ command: 'Start', description: '开始' }] },
      'Bad Request: BOT_COMMAND_INVALID',
    ],
    [
      'a command without a description',
      'setMyCommands',
      { commands: [{ command: 'start', description: ' ' }] },
      'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
    ],
    [
      'no document',
      'sendDocument',
      { chat_id },
      'Bad Request: there is no document in the request',
    ],
    ['an unknown file', 'getFile', { file_id: 'abc' }, 'Bad Request: invalid file_id'],
    ['a stranger', 'getChatMember', { chat_id, user_id: 5 }, 'Bad Request: member not found'],
    [
      'a webhook',
      'setWebhook',
      { url: 'https://example.org/hook' },
      'Bad Request: bad webhook: this server has none, use getUpdates',
    ],
  ];

  test.each(refusals)('%s', async (...refusal) => {
    const [, method, parameters, description] = refusal;
    expect(await callBotApi(webchat, method, parameters)).toEqual({
      ok: false,
      error_code: 400,
      description,
    });
  });

  test('a wrong token and an unknown method', async () => {
    expect(await callBotApi({ ...webchat, token: '1:wrong' }, 'getMe')).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
    expect(await callBotApi(webchat, 'sendLove')).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });

  test('broken JSON', async () => {
    const response = await fetch(`${webchat.apiRoot}/bot${webchat.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"chat_id":',
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      { ok: false, error_code: 400, description: "Bad Request: can't parse JSON object" },
    ]);
  });
});

describe('takes what Telegram takes', () => {
  test('4,096 units and 64 bytes of button data, exactly', async () => {
    const sent = await sendAsBot(webchat, {
      chat_id,
      text: '好'.repeat(4096),
      reply_markup: button(`${'好'.repeat(21)}a`),
    });
    expect(sent).toMatchObject({ reply_markup: button(`${'好'.repeat(21)}a`) });
  });

  test('the length counts the text behind the tags, not the tags', async () => {
    const text = `<b>${'好'.repeat(4096)}</b>`;
    expect(
      (await callBotApi(webchat, 'sendMessage', { chat_id, text, parse_mode: 'HTML' })).ok,
    ).toBe(true);
  });

  test('of more than a hundred entities the first hundred, without a word', async () => {
    const text = '<b>好</b> '.repeat(120);
    const { entities } = await sendAsBot(webchat, { chat_id, text, parse_mode: 'HTML' });
    expect(entities).toHaveLength(100);
  });

  test('a form, an address and any case of the method', async () => {
    const root = `${webchat.apiRoot}/bot${webchat.token}`;
    const form = await fetch(`${root}/SENDMESSAGE`, {
      method: 'POST',
      body: new URLSearchParams({
        chat_id: String(chat_id),
        text: '甲',
        reply_markup: JSON.stringify(button('a')),
      }),
    });
    expect(await form.json()).toMatchObject({
      ok: true,
      result: { text: '甲', reply_markup: button('a') },
    });
    const address = await fetch(`${root}/sendMessage?chat_id=${chat_id}&text=%E4%B9%99`);
    expect(await address.json()).toMatchObject({ ok: true, result: { text: '乙' } });
  });

  test('the upload that telegraf writes, and hands the file out again', async () => {
    const mark = '--99a88e9f16458a27';
    const part = (header: string, body: string) =>
      `${mark}\r\ncontent-disposition:form-data; ${header}\r\n\r\n${body}\r\n`;
    const body =
      part('name="chat_id"', String(chat_id)) +
      part('name="document"; filename="做法.txt"', '党员轮值\r\n送餐') +
      part('name="caption"', '附上') +
      `${mark}--`;
    const response = await fetch(`${webchat.apiRoot}/bot${webchat.token}/sendDocument`, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${mark.slice(2)}` },
      body,
    });
    const { result } = uploadSchema.parse(await response.json());
    expect(result).toMatchObject({
      caption: '附上',
      document: { file_name: '做法.txt', file_size: 20 },
    });
    const file = await callBotApi(webchat, 'getFile', { file_id: result.document.file_id });
    expect(file.result).toMatchObject({ file_path: 'documents/file_1.txt' });
    const path = `${webchat.apiRoot}/file/bot${webchat.token}/documents/file_1.txt`;
    expect(await (await fetch(path)).text()).toBe('党员轮值\r\n送餐');
  });

  test('chats, members and commands can be asked for', async () => {
    expect((await callBotApi(webchat, 'getChat', { chat_id: group })).result).toMatchObject({
      type: 'supergroup',
      title: '书记群',
    });
    expect(
      (await callBotApi(webchat, 'getChatMember', { chat_id: group, user_id: firstReader })).result,
    ).toMatchObject({ status: 'member', user: { first_name: '书记小林' } });
    const commands = [{ command: 'start', description: '开始' }];
    await callBotApi(webchat, 'setMyCommands', { commands });
    expect((await callBotApi(webchat, 'getMyCommands')).result).toEqual(commands);
    await callBotApi(webchat, 'deleteMyCommands');
    expect((await callBotApi(webchat, 'getMyCommands')).result).toEqual([]);
  });
});

describe('an edit', () => {
  test('changes text and buttons; buttons not given again are gone', async () => {
    const { message_id } = await sendAsBot(webchat, {
      chat_id,
      text: '甲',
      reply_markup: button('a'),
    });
    const edited = await callBotApi(webchat, 'editMessageText', {
      chat_id,
      message_id,
      text: '乙',
    });
    expect(edited.result).toMatchObject({ message_id, text: '乙', edit_date: now / 1000 });
    expect(edited.result).not.toHaveProperty('reply_markup');
  });

  test('that changes nothing is refused', async () => {
    const { message_id } = await sendAsBot(webchat, {
      chat_id,
      text: '甲',
      reply_markup: button('a'),
    });
    const same = { chat_id, message_id, text: '甲', reply_markup: button('a') };
    const description =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    expect((await callBotApi(webchat, 'editMessageText', same)).description).toBe(description);
    expect((await callBotApi(webchat, 'editMessageReplyMarkup', same)).description).toBe(
      description,
    );
  });

  test('above 4,096 units is refused in other words than a new message', async () => {
    const { message_id } = await sendAsBot(webchat, { chat_id, text: '甲' });
    const text = '好'.repeat(4097);
    expect(
      (await callBotApi(webchat, 'editMessageText', { chat_id, message_id, text })).description,
    ).toBe('Bad Request: MESSAGE_TOO_LONG');
  });

  test('of what a reader wrote is refused', async () => {
    const reader = await openReader(webchat.url);
    const message_id = await reader.say('我写的');
    expect(
      (await callBotApi(webchat, 'editMessageText', { chat_id, message_id, text: '乙' }))
        .description,
    ).toBe("Bad Request: message can't be edited");
    reader.leave();
  });
});

describe('a pressed button', () => {
  const sendButton = () => sendAsBot(webchat, { chat_id, text: '甲', reply_markup: button('a') });

  test('is answered once', async () => {
    const reader = await openReader(webchat.url);
    const { message_id } = await sendButton();
    const press = await reader.press(message_id);
    const answer = { callback_query_id: String(press), text: '记下了', show_alert: true };
    expect((await callBotApi(webchat, 'answerCallbackQuery', answer)).result).toBe(true);
    expect(await reader.see('answer')).toEqual({ press, text: '记下了', alert: true });
    expect((await callBotApi(webchat, 'answerCallbackQuery', answer)).ok).toBe(false);
    reader.leave();
  });

  test('waits a minute for its answer, no longer', async () => {
    const reader = await openReader(webchat.url);
    const { message_id } = await sendButton();
    const press = await reader.press(message_id);
    now += 60_001;
    expect(
      (await callBotApi(webchat, 'answerCallbackQuery', { callback_query_id: press })).description,
    ).toBe('Bad Request: query is too old and response timeout expired or query ID is invalid');
    reader.leave();
  });

  test('that was taken off its message does nothing', async () => {
    const reader = await openReader(webchat.url);
    const { message_id } = await sendButton();
    await callBotApi(webchat, 'editMessageReplyMarkup', { chat_id, message_id });
    await expect(reader.press(message_id)).rejects.toThrow('这个按钮已经失效了');
    reader.leave();
  });
});

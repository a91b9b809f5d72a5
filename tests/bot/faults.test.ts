import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openState } from '../../src/exchange/open-state.ts';
import { answered } from '../support/sample-answers.ts';
import {
  type Fault,
  firstButton,
  messageUpdate,
  pressUpdate,
  refusal,
  startTelegram,
  token,
} from '../support/telegram-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startOnce } from './open-bot.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const question = messageUpdate(1, { text: '老年食堂怎么办？' });
const next = messageUpdate(2, { text: '老年食堂怎么办？' });
const uncertain = '刚才连接断了一下，不知道回复送到没有。没看到的话，点一下再发一次。';

test('a flood wait is waited out, and the answer comes once', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail('sendMessage', refusal(429, 'Too Many Requests', { retry_after: 1 }));
  chat.telegram.send(question);
  expect((await chat.message(2)).text).toBe((await chat.message(1)).text);
  chat.telegram.send(next);
  await chat.message(3);
  expect(chat.telegram.sent()).toHaveLength(3);
  expect(chat.logged()).toContain('Telegram asks to wait');
});

test('a flood wait of an hour is not waited out: the bot goes on with what comes next', async () => {
  await using chat = await openBotOnTelegram();
  const flood = refusal(429, 'Too Many Requests', { retry_after: 3600 });
  chat.telegram.fail('sendMessage', flood, 2);
  chat.telegram.send(question);
  chat.telegram.send(next);
  expect((await chat.message(3)).text).toContain('柳林社区');
  expect(chat.logged()).toContain('the reader could not be told');
});

test('a message Telegram can not parse is sent as plain text instead', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail(
    'sendMessage',
    refusal(400, "Bad Request: can't parse entities: Unclosed tag"),
  );
  chat.telegram.send(question);
  const [html, plain] = [await chat.message(1), await chat.message(2)];
  expect(html).toMatchObject({ parse_mode: 'HTML' });
  expect(html.text).toContain('<b>出处</b>');
  expect(html.text).toContain('邻里厨房 &lt;天天&gt; 开火 &amp; 送餐');
  expect(plain).not.toHaveProperty('parse_mode');
  expect(plain.text).toContain('\n出处\n');
  expect(plain.text).toContain('邻里厨房 <天天> 开火 & 送餐');
  expect(plain.reply_markup).toEqual(html.reply_markup);
});

test('a connection that breaks after the message was taken does not send it again', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail('sendMessage', 'accept-then-reset');
  chat.telegram.send(question);
  expect((await chat.message(1)).text).toContain('柳林社区');
  expect((await chat.message(2)).text).toBe(uncertain);
});

test('a reply that may be lost is sent again on the wish of its reader, of nobody else, and once', async () => {
  let asked = 0;
  await using chat = await openBotOnTelegram({
    async answerQuestion(text) {
      asked += 1;
      return { ...answered, question: text };
    },
  });
  chat.telegram.fail('sendMessage', 'accept-then-reset');
  chat.telegram.send(question);
  const data = firstButton(await chat.message(2));
  chat.telegram.send(pressUpdate(2, { data, by: 7 }));
  expect(await chat.notice(1)).toBe('这是另一位读者的提问，只有本人能再要一次。');
  chat.telegram.send(pressUpdate(3, { data, by: 1 }));
  expect(await chat.notice(2)).toBe('好，马上再发一次。');
  expect((await chat.message(3)).text).toBe((await chat.message(1)).text);
  chat.telegram.send(pressUpdate(4, { data, by: 1 }));
  expect(await chat.notice(3)).toBe('这条已经补过了，或者时间太久，请重新发一次。');
  expect(chat.telegram.sent()).toHaveLength(3);
  // What was answered is kept: it is sent again, not made again.
  expect(asked).toBe(1);
});

/**
 * A bot in a process of its own is killed once Telegram has had its first message and so many messages are marked as
 * being sent; then another one goes on.
 */
async function killAtFirstMessage(fault: Fault, marked: number) {
  const stack = new AsyncDisposableStack();
  const file = stack.use(await temporaryFolder()).file('state.db');
  const telegram = stack.use(await startTelegram());
  telegram.fail('sendMessage', fault);
  const program = new URL('./run-bot.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, telegram.apiRoot, file, 'answers'], {
    stdio: 'inherit',
  });
  telegram.send(question);
  await telegram.until(() => telegram.sent()[0]);
  await expect.poll(() => countSending(file)).toBe(marked);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const log = pino({ level: 'silent' });
  const bot = await startOnce({ file, connection: telegram, log, options: {} });
  stack.defer(() => bot.stop());
  return {
    telegram,
    second: async () => (await telegram.until(() => telegram.sent()[1])).payload.text,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function countSending(file: string): Promise<number> {
  await using state = await openState({ file });
  const rows = await state.db.selectFrom('effects').selectAll().execute();
  return rows.filter((row) => row.state === 'sending').length;
}

test('an answer whose sending was cut off by kill -9 is not sent again, and the reader is told', async () => {
  await using killed = await killAtFirstMessage('accept-then-hang', 1);
  expect(await killed.second()).toBe(uncertain);
  expect(killed.telegram.sent()).toHaveLength(2);
});

test('killed while it waits as Telegram asked, the bot knows that nothing went out, and answers', async () => {
  const flood = refusal(429, 'Too Many Requests', { retry_after: 50 });
  await using killed = await killAtFirstMessage(flood, 0);
  expect(await killed.second()).toContain('柳林社区');
  expect(killed.telegram.sent()).toHaveLength(2);
});

test('an answer that was sent before the crash stands: it is neither made nor sent again', async () => {
  let asked = 0;
  await using chat = await openBotOnTelegram({
    async answerQuestion(text) {
      asked += 1;
      return { ...answered, question: text };
    },
  });
  chat.telegram.send(question);
  const { text } = await chat.message(1);
  await chat.markUnfinished(1);
  await chat.restart();
  const edit = await chat.telegram.until(() => chat.telegram.sent('editMessageText')[0]);
  expect(edit.payload.text).toBe(text);
  expect(chat.telegram.sent()).toHaveLength(1);
  expect(asked).toBe(1);
});

test('a reader who blocked the bot is no error, and gets no apology', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail('sendMessage', refusal(403, 'Forbidden: bot was blocked by the user'));
  chat.telegram.send(question);
  chat.telegram.send(next);
  expect((await chat.message(2)).text).toContain('柳林社区');
  expect(chat.logged()).toContain('the reader has blocked the bot');
  expect(chat.logged()).not.toContain('an update failed');
});

test('an answer comes though "typing" could not be shown', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail('sendChatAction', refusal(429, 'Too Many Requests', { retry_after: 60 }));
  chat.telegram.send(question);
  expect((await chat.message(1)).text).toContain('柳林社区');
});

test('a press Telegram has forgotten still shows its passage', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.send(question);
  const { reply_markup: markup } = await chat.message(1);
  const data = JSON.stringify(markup).match(/"callback_data":"(p:[^"]+)"/)?.[1];
  const tooOld =
    'Bad Request: query is too old and response timeout expired or query ID is invalid';
  chat.telegram.fail('answerCallbackQuery', refusal(400, tooOld));
  chat.telegram.send({
    update_id: 2,
    callback_query: {
      id: '77',
      from: question.message.from,
      message: { ...question.message, message_id: 9 },
      chat_instance: '1',
      data,
    },
  });
  expect((await chat.message(2)).text).toContain('<blockquote expandable>');
});

test('polling goes on after an outage, and says what happened', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail('getUpdates', refusal(502, 'Bad Gateway'));
  chat.telegram.send(question);
  await chat.message(1);
  chat.telegram.send(next);
  expect((await chat.message(2)).text).toContain('柳林社区');
  expect(chat.logged()).toContain('收取消息被 Telegram 拒绝，稍后再试');
});

test('a second program with the same token is named in the log', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail(
    'getUpdates',
    refusal(409, 'Conflict: terminated by other getUpdates request'),
  );
  chat.telegram.send(question);
  await chat.message(1);
  await expect.poll(() => chat.logged()).toContain('另有程序在用同一个 BOT_TOKEN 收消息');
});

test('an update that is delivered twice is answered once', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.send(question);
  await chat.message(1);
  await chat.restart();
  chat.telegram.send(question);
  chat.telegram.send(next);
  await chat.message(2);
  expect(chat.telegram.sent()).toHaveLength(2);
});

test('kill -9 loses no question: each is answered once after the next start', async () => {
  await using folder = await temporaryFolder();
  await using telegram = await startTelegram();
  const file = folder.file('state.db');
  const program = new URL('./run-bot.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, telegram.apiRoot, file], { stdio: 'inherit' });
  const readers = [1, 2, 3, 4, 5];
  for (const id of readers) telegram.send(questionFrom(id));
  // All five are being answered, and Telegram was told that they have been received.
  await telegram.until(() => telegram.sent('sendChatAction')[readers.length - 1]);
  await telegram.until(() =>
    telegram.sent('getUpdates').find(({ payload }) => payload.offset === 6),
  );
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(telegram.sent()).toEqual([]);
  const log = pino({ level: 'silent' });
  const bot = await startOnce({ file, connection: telegram, log, options: {} });
  await telegram.until(() => telegram.sent()[readers.length - 1]);
  await bot.stop();
  expect(
    telegram
      .sent()
      .map(({ payload }) => payload.chat_id)
      .toSorted(),
  ).toEqual(readers);
});

function questionFrom(id: number) {
  const chat = { id, type: 'private', first_name: '小林' };
  return messageUpdate(id, { chat, from: { ...chat, is_bot: false }, text: '老年食堂怎么办？' });
}

test('a token that was revoked ends the bot, with one sentence', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.send(question);
  await chat.message(1);
  chat.telegram.fail('getUpdates', refusal(401, 'Unauthorized'));
  chat.telegram.send(next);
  await expect(chat.ended).rejects.toThrow(
    'Telegram 不再认识这个 BOT_TOKEN，请到 @BotFather 重新复制令牌后重新启动。',
  );
});

test('a question cut off by a stop is answered after the next start', async () => {
  let starts = 0;
  await using chat = await openBotOnTelegram({
    async answerQuestion(text, options) {
      starts += 1;
      if (starts > 1) return { ...answered, question: text };
      const { promise, reject } = Promise.withResolvers<never>();
      options?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      return promise;
    },
  });
  chat.telegram.send(question);
  await chat.telegram.until(() => chat.telegram.sent('sendChatAction')[0]);
  await chat.restart();
  expect((await chat.message(1)).text).toContain('柳林社区');
  expect(chat.telegram.sent()).toHaveLength(1);
  expect(chat.logged()).toContain('an update waits for the next start');
});

test('no fault brings the token into the log', async () => {
  await using chat = await openBotOnTelegram();
  chat.telegram.fail('sendMessage', 'reset');
  chat.telegram.fail('getUpdates', 'reset');
  chat.telegram.send(question);
  chat.telegram.send(next);
  await chat.message(1);
  expect(chat.logged()).toContain('Telegram could not be reached (ECONNRESET)');
  expect(chat.logged()).not.toContain(token.slice(10));
});

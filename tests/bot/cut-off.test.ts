import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openState } from '../../src/exchange/state/open-state.ts';
import { answered } from '../support/sample-answers.ts';
import {
  type Fault,
  firstButton,
  messageUpdate,
  pressUpdate,
  refusal,
  startTelegram,
} from '../support/telegram-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startOnce } from './open-bot.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const question = messageUpdate(1, { text: '老年食堂怎么办？' });
const uncertain = '刚才连接断了一下，不知道回复送到没有。没看到的话，点一下再发一次。';

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

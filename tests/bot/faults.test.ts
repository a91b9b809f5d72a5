import { expect, test } from 'vitest';
import { answered } from '../support/sample-answers.ts';
import { messageUpdate, refusal, token } from '../support/telegram-server.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const question = messageUpdate(1, { text: '老年食堂怎么办？' });
const next = messageUpdate(2, { text: '老年食堂怎么办？' });

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

test('a handler that throws is run twice more; then its update is parked, and reported to the reader and /status', async () => {
  let attempts = 0;
  await using chat = await openBotOnTelegram({
    access: { adminIds: [1] },
    async answerQuestion() {
      attempts += 1;
      throw new Error('the index is broken');
    },
  });
  chat.telegram.send(question);
  expect((await chat.message(1)).text).toBe(
    '抱歉，刚才出了点问题，没能答上来。请过一会儿再试一次。',
  );
  expect(attempts).toBe(3);
  chat.telegram.send(messageUpdate(2, { text: '/status' }));
  expect((await chat.message(2)).text).toContain('搁置的消息 1 条，原因见日志');
  expect(chat.logged()).toContain('the index is broken');
  await chat.restart();
  chat.telegram.send(messageUpdate(3, { text: '/help' }));
  await chat.message(3);
  expect(attempts).toBe(3);
});

test('a handler that throws once answers all the same', async () => {
  let attempts = 0;
  await using chat = await openBotOnTelegram({
    async answerQuestion(text) {
      attempts += 1;
      if (attempts === 1) throw new Error('a passing fault');
      return { ...answered, question: text };
    },
  });
  chat.telegram.send(question);
  expect((await chat.message(1)).text).toContain('柳林社区');
  expect(chat.telegram.sent()).toHaveLength(1);
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

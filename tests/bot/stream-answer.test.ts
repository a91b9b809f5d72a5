import { expect, test } from 'vitest';
import type { Answer, AnswerInProgress, AskOptions } from '../../src/answering/answer.ts';
import {
  beginStream,
  claimsReply,
  piece,
  readPrompt,
  sendEvent,
  startModelServer,
} from '../support/model-server.ts';
import { openModelAnswerer } from '../support/open-model-answerer.ts';
import { answered } from '../support/sample-answers.ts';
import { messageUpdate, refusal } from '../support/telegram-server.ts';
import { group } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const quick = { private: 20, group: 20, patience: 5 };
const first: AnswerInProgress = {
  claims: [answered.claims[0]],
  citations: answered.citations,
};

/** An answerer whose answer is written step by step, as the test says. */
function openWriting() {
  const asked = Promise.withResolvers<AskOptions>();
  const done = Promise.withResolvers<Answer>();
  const streamed = {
    streamPace: quick,
    answerQuestion: async (question: string, options: AskOptions = {}): Promise<Answer> => {
      asked.resolve(options);
      options.onProgress?.({ claims: [], citations: [] });
      options.signal?.addEventListener('abort', () => done.reject(options.signal?.reason));
      options.stop?.addEventListener('abort', () =>
        done.resolve({ ...answered, question, notes: ['已按您的要求停下。'] }),
      );
      return done.promise;
    },
  };
  return { streamed, asked: asked.promise, finish: () => done.resolve(answered) };
}

test('an answer grows in one message, and is finished in it', async () => {
  const { streamed, asked, finish } = openWriting();
  await using chat = await openBot(streamed);
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const placeholder = await reader.next();
  expect(placeholder.text).toBe('正在从报道里找答案……');
  expect(placeholder.buttons).toEqual([[expect.objectContaining({ text: '⏹ 停下' })]]);
  (await asked).onProgress?.(first);
  const growing = await reader.edited(placeholder.id, '车棚改成食堂');
  expect(growing.text).toBe(
    '柳林社区：社区党委把闲置车棚改成食堂，每餐收费8元。[1]\n\n正在往下写，每句都会先和原文核对……',
  );
  finish();
  const finished = await reader.edited(placeholder.id, '出处');
  expect(finished.text).toContain('[2][3]');
  expect(finished.buttons.flat().map(({ text }) => text)).toContain('👍');
  expect(reader.botMessages()).toHaveLength(1);
});

test('the stop button overtakes the question and keeps what there is', async () => {
  const { streamed, asked } = openWriting();
  await using chat = await openBot(streamed);
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const placeholder = await reader.next();
  (await asked).onProgress?.(first);
  const growing = await reader.edited(placeholder.id, '车棚改成食堂');
  expect(await reader.press(growing, '⏹ 停下')).toBe('好，写到这里为止。');
  const finished = await reader.edited(placeholder.id, '已按您的要求停下');
  expect(finished.text).toContain('出处');
});

test('only who asked can stop an answer', async () => {
  const { streamed, asked, finish } = openWriting();
  await using chat = await openBot(streamed);
  const reader = await chat.reader('老张', group);
  const other = await chat.reader('小李', group);
  await reader.say('/ask 老年食堂怎么办？');
  const placeholder = await reader.next();
  await other.next();
  expect(await other.press(placeholder, '⏹ 停下')).toBe('这是另一位读者的提问，只有本人能停。');
  expect((await asked).stop?.aborted).toBe(false);
  finish();
  await reader.edited(placeholder.id, '出处');
});

test('an answer that is written by then can not be stopped any more', async () => {
  const { streamed, finish } = openWriting();
  await using chat = await openBot(streamed);
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const placeholder = await reader.next();
  finish();
  await reader.edited(placeholder.id, '出处');
  await using telegram = await openBotOnTelegram({ streamPace: quick });
  telegram.telegram.send({
    update_id: 1,
    callback_query: {
      id: '1',
      chat_instance: '1',
      data: 's:abcdefghijkl',
      from: { id: 1, is_bot: false, first_name: '小林' },
      message: { message_id: 1, date: 1, chat: { id: 1, type: 'private', first_name: '小林' } },
    },
  });
  const [press] = await telegram.telegram.until(() => {
    const presses = telegram.telegram.sent('answerCallbackQuery');
    return presses.length > 0 ? presses : undefined;
  });
  expect(press?.payload.text).toBe('这条回答已经写完了。');
});

test('a question that is given up leaves no half answer behind', async () => {
  const { streamed, asked } = openWriting();
  await using chat = await openBotOnTelegram(streamed);
  chat.telegram.send(messageUpdate(1, { text: '老年食堂怎么办？' }));
  await chat.message(1);
  (await asked).onProgress?.(first);
  chat.telegram.send(messageUpdate(2, { text: '/cancel' }));
  await chat.telegram.until(() => chat.telegram.sent('deleteMessage')[0]);
  expect((await chat.message(2)).text).toBe('已停下，这个问题不再回答。');
});

test('an answer that comes soon is sent at once, without a placeholder', async () => {
  await using chat = await openBotOnTelegram({
    streamPace: { ...quick, patience: 60_000 },
    answerQuestion: async () => answered,
  });
  chat.telegram.send(messageUpdate(1, { text: '老年食堂怎么办？' }));
  expect((await chat.message(1)).text).toContain('出处');
  expect(chat.telegram.sent('editMessageText')).toEqual([]);
});

test('the answer is complete in a new message when every edit is refused for an hour', async () => {
  const { streamed, asked, finish } = openWriting();
  await using chat = await openBotOnTelegram(streamed);
  const flood = refusal(429, 'Too Many Requests: retry after 3600', { retry_after: 3600 });
  chat.telegram.fail('editMessageText', flood, 1000);
  chat.telegram.send(messageUpdate(1, { text: '老年食堂怎么办？' }));
  await chat.message(1);
  (await asked).onProgress?.(first);
  await chat.telegram.until(() => chat.telegram.sent('editMessageText')[0]);
  (await asked).onProgress?.({ ...first, claims: answered.claims });
  finish();
  expect((await chat.message(2)).text).toContain('<b>出处</b>');
  expect((await chat.message(2)).text).toContain('[2][3]');
  await chat.telegram.until(() => chat.telegram.sent('deleteMessage')[0]);
  expect(chat.telegram.sent()).toHaveLength(2);
  // One while it was written, one for the finished answer: nothing was tried again within the hour.
  expect(chat.telegram.sent('editMessageText')).toHaveLength(2);
});

test('the answer is complete when the placeholder could not be sent', async () => {
  const { streamed, asked, finish } = openWriting();
  await using chat = await openBotOnTelegram(streamed);
  const flood = refusal(429, 'Too Many Requests: retry after 3600', { retry_after: 3600 });
  chat.telegram.fail('sendMessage', flood, 1);
  chat.telegram.send(messageUpdate(1, { text: '老年食堂怎么办？' }));
  await chat.message(1);
  (await asked).onProgress?.(first);
  finish();
  expect((await chat.message(2)).text).toContain('<b>出处</b>');
});

test('many claims at once make one edit, not many', async () => {
  const { streamed, asked, finish } = openWriting();
  const chat = await openBotOnTelegram({
    ...streamed,
    streamPace: { private: 60_000, group: 60_000, patience: 5 },
  });
  await using _ = chat;
  chat.telegram.send(messageUpdate(1, { text: '老年食堂怎么办？' }));
  await chat.message(1);
  for (let claim = 0; claim < 20; claim += 1) (await asked).onProgress?.(first);
  finish();
  await chat.telegram.until(() => chat.telegram.sent('editMessageText')[0]);
  expect(chat.telegram.sent('editMessageText')).toHaveLength(1);
  expect(chat.telegram.sent('editMessageText')[0]?.payload.text).toContain('出处');
});

test('a model behind a slow endpoint is read claim by claim, down to the finished answer', async () => {
  const told = Promise.withResolvers<void>();
  await using server = await startModelServer(async (call, response) => {
    const quote = '去年共调解邻里纠纷143起';
    const passage = readPrompt(call).passages.find(({ text }) => text.includes(quote))?.number ?? 0;
    const reply = claimsReply([
      { text: '白塔社区去年调解邻里纠纷143起。', passage, quote },
      { text: '白塔社区去年调解邻里纠纷413起。', passage, quote },
    ]);
    beginStream(response);
    sendEvent(response, piece(reply.slice(0, reply.indexOf('},{"text"') + 1)));
    await told.promise;
    sendEvent(response, piece(reply.slice(reply.indexOf('},{"text"') + 1), 'stop'));
    response.end();
  });
  await using answerer = openModelAnswerer(server);
  await using chat = await openBot({ answerQuestion: answerer.ask, streamPace: quick });
  const reader = await chat.reader();
  await reader.say('白塔社区去年调解了多少起纠纷？');
  const placeholder = await reader.next();
  await reader.edited(placeholder.id, '143起');
  told.resolve();
  const finished = await reader.edited(placeholder.id, '出处');
  expect(finished.text).toContain('白塔社区去年调解邻里纠纷143起。[1]');
  expect(finished.text).not.toContain('413');
});

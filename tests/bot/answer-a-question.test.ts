import { expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { wordsIn } from '../support/bot-reader.ts';
import { answered } from '../support/sample-answers.ts';
import { openBot } from './open-bot.ts';

test('a question is answered in one message, with sources and a button for each', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const answer = await reader.next();
  expect(answer.text).toBe(
    [
      '柳林社区：社区党委把闲置车棚改成食堂，每餐收费8元。[1]',
      '',
      '南桥社区：老人凭卡就餐打七折，行动不便的由人送餐。[2][3]',
      '',
      '出处',
      '[1][3] 一碗热饭暖老人 · 柳林社区 · 刊期未注明 · 改写',
      '[2] 邻里厨房 <天天> 开火 & 送餐 · 南桥社区 · 《河湾日报》2024-03-05 第3版 · 原文',
    ].join('\n'),
  );
  expect(wordsIn(answer, 'bold')).toEqual(['出处']);
  expect(answer.buttons.map((row) => row.map(({ text }) => text))).toEqual([
    ['[1][3] 柳林社区', '[2] 南桥社区'],
    ['对比'],
    ['👍', '👎', '换一批'],
  ]);
});

test('a question nothing answers gets the nearest titles, and each opens its article', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('月球基地党支部怎么开会？');
  const answer = await reader.next();
  expect(answer.text).toBe(
    '现有资料里没有找到这个问题的答案。\n\n下面几篇内容相近，点标题看全文：',
  );
  expect(answer.buttons.map((row) => row.map(({ text }) => text))).toEqual([
    ['一碗热饭暖老人'],
    ['邻里厨房 <天天> 开火 & 送餐'],
  ]);
  await reader.press(answer, '邻里厨房 <天天> 开火 & 送餐');
  expect((await reader.next()).text).toBe(
    [
      '邻里厨房 <天天> 开火 & 送餐',
      '南桥社区 · 《河湾日报》2024-03-05 第3版 · 原文',
      '',
      '南桥社区同3家餐馆签约，老人凭卡就餐打七折。志愿者每天送餐26户。',
    ].join('\n'),
  );
});

test('"typing" is shown before the answer comes', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.next();
  const names = reader.eventNames();
  expect(names.indexOf('action')).toBeGreaterThan(-1);
  expect(names.indexOf('action')).toBeLessThan(names.lastIndexOf('message'));
});

test('the earlier exchange is handed to the follow-up question, and /new forgets it', async () => {
  const histories: (readonly string[])[] = [];
  await using chat = await openBot({
    async answerQuestion(question, options): Promise<Answer> {
      histories.push((options?.history ?? []).map((earlier) => earlier.question));
      return { ...answered, question };
    },
  });
  const reader = await chat.reader();
  for (const text of ['老年食堂怎么办？', '第二个具体怎么做的？', '/new', '停车难怎么办？']) {
    await reader.say(text);
    await reader.next();
  }
  expect(histories).toEqual([[], ['老年食堂怎么办？'], []]);
});

test('an error in answering is tried twice more, then said in one plain sentence and parked', async () => {
  let questions = 0;
  await using chat = await openBot({
    async answerQuestion(question) {
      questions += 1;
      if (questions <= 3) throw new Error('the index is gone');
      return { ...answered, question };
    },
  });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  expect((await reader.next()).text).toBe('抱歉，刚才出了点问题，没能答上来。请过一会儿再试一次。');
  await reader.say('老年食堂怎么办？');
  expect((await reader.next()).text).toContain('柳林社区');
  expect(questions).toBe(4);
  expect(chat.logged.join('')).toContain('the index is gone');
  expect(await chat.services().exchange.inboxOf(7_000_000_001).countParked()).toBe(1);
});

test('an error that passes is not noticed by the reader', async () => {
  let questions = 0;
  await using chat = await openBot({
    async answerQuestion(question) {
      questions += 1;
      if (questions <= 2) throw new Error('the index is gone');
      return { ...answered, question };
    },
  });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  expect((await reader.next()).text).toContain('柳林社区');
  expect(await chat.services().exchange.inboxOf(7_000_000_001).countParked()).toBe(0);
});

test('/cancel stops the answer being made, past the lane of its chat', async () => {
  await using chat = await openBot({ answerQuestion: untilStopped });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.waitForTyping();
  await reader.say('/cancel');
  expect((await reader.next()).text).toBe('已停下，这个问题不再回答。');
  await reader.say('/cancel');
  expect((await reader.next()).text).toBe('现在没有正在准备的回答。');
});

test('a slow chat holds up no other', async () => {
  const slow = Promise.withResolvers<void>();
  await using chat = await openBot({
    async answerQuestion(question) {
      if (question.includes('慢')) await slow.promise;
      return { ...answered, question };
    },
  });
  const [first, second] = [await chat.reader('老张'), await chat.reader('老李')];
  await first.say('慢慢想：老年食堂怎么办？');
  await first.say('还有停车难怎么办？');
  await first.waitForTyping();
  await second.say('老年食堂怎么办？');
  expect((await second.next()).text).toContain('柳林社区');
  expect(first.botMessages()).toEqual([]);
  slow.resolve();
  await first.next();
  await first.next();
});

function untilStopped(_: string, options?: { readonly signal?: AbortSignal }): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<Answer>();
  options?.signal?.addEventListener('abort', () => reject(new Error('stopped')));
  return promise;
}

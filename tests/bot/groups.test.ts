import { expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { answered } from '../support/sample-answers.ts';
import { group } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';

/** A bot that keeps the questions it was asked. */
async function openGroup() {
  const questions: string[] = [];
  const chat = await openBot({
    async answerQuestion(question): Promise<Answer> {
      questions.push(question);
      return { ...answered, question };
    },
  });
  return { chat, questions };
}

test('in a group the bot answers a mention, as a reply, without its name in the question', async () => {
  const { chat, questions } = await openGroup();
  await using _ = chat;
  const reader = await chat.reader('老张', group);
  await reader.say('@Chazuo_Bot 老年食堂怎么办？');
  const answer = await reader.next();
  expect(questions).toEqual(['老年食堂怎么办？']);
  expect(answer.reply).toBeDefined();
});

test('in a group the bot answers /ask, and a reply to it', async () => {
  const { chat, questions } = await openGroup();
  await using _ = chat;
  const reader = await chat.reader('老张', group);
  await reader.say('/ask@chazuo_bot 老年食堂怎么办？');
  const answer = await reader.next();
  await reader.say('第二个具体怎么做的？', answer.id);
  await reader.next();
  expect(questions).toEqual(['老年食堂怎么办？', '第二个具体怎么做的？']);
});

test("a mention below somebody's message asks what that message says", async () => {
  const { chat, questions } = await openGroup();
  await using _ = chat;
  const reader = await chat.reader('老张', group);
  const { id } = await reader.say('停车难怎么办？');
  await reader.say('@chazuo_bot', id);
  await reader.next();
  await reader.say('/ask', id);
  await reader.next();
  expect(questions).toEqual(['停车难怎么办？', '停车难怎么办？']);
});

test('/ask without a question says how to ask', async () => {
  const { chat, questions } = await openGroup();
  await using _ = chat;
  const reader = await chat.reader('老张', group);
  await reader.say('/ask');
  expect((await reader.next()).text).toBe(
    '请把问题写在同一条消息里，例如：/ask 社区养老服务怎么做？',
  );
  expect(questions).toEqual([]);
});

test('talk among the members and commands of other bots are left alone', async () => {
  const { chat, questions } = await openGroup();
  await using _ = chat;
  const reader = await chat.reader('老张', group);
  await reader.say('大家中午吃什么？');
  await reader.say('/ask@other_bot 老年食堂怎么办？');
  await reader.say('/weather');
  await reader.say('/help');
  expect((await reader.next()).text).toContain('怎么问');
  expect(questions).toEqual([]);
});

test('each reader in a group has a conversation of their own', async () => {
  const histories: string[][] = [];
  await using chat = await openBot({
    async answerQuestion(question, options): Promise<Answer> {
      histories.push((options?.history ?? []).map((earlier) => earlier.question));
      return { ...answered, question };
    },
  });
  const [first, second] = [await chat.reader('老张', group), await chat.reader('老李', group)];
  await first.say('/ask 老年食堂怎么办？');
  await first.next();
  await second.say('/ask 第二个具体怎么做的？');
  await first.next();
  await first.say('/ask 还有别的社区吗？');
  await first.next();
  expect(histories).toEqual([[], [], ['老年食堂怎么办？']]);
});

import { expect, test } from 'vitest';
import type { Answer, AskOptions } from '../../src/answering/answer.ts';
import { answered } from '../support/sample-answers.ts';
import { openBot } from './open-bot.ts';

/** A bot that keeps what it was asked, with the questions it could refer to. */
async function openAsked() {
  const asked: { question: string; after: readonly string[] }[] = [];
  const chat = await openBot({
    async answerQuestion(question: string, { history = [] }: AskOptions = {}): Promise<Answer> {
      asked.push({ question, after: history.map((answer) => answer.question) });
      return { ...answered, question };
    },
  });
  return { chat, asked };
}

test('[换一批] asks for others than the answer it stands below', async () => {
  const { chat, asked } = await openAsked();
  await using _ = chat;
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const first = await reader.next();
  await reader.say('夜校怎么办？');
  await reader.next();
  await reader.press(first, '换一批');
  const others = await reader.next();
  expect(others.reply).toEqual({ id: first.id });
  expect(asked.at(-1)).toEqual({
    question: '换一批',
    after: ['老年食堂怎么办？', '夜校怎么办？', '老年食堂怎么办？'],
  });
});

test('[换一批] on what it has brought goes on from there', async () => {
  const { chat, asked } = await openAsked();
  await using _ = chat;
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '换一批');
  await reader.press(await reader.next(), '换一批');
  await reader.next();
  expect(asked.at(-1)?.after.slice(-2)).toEqual(['老年食堂怎么办？', '换一批']);
});

test('[换一批] on what it has brought asks for more of that, whatever was asked since', async () => {
  const { chat, asked } = await openAsked();
  await using _ = chat;
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '换一批');
  const others = await reader.next();
  await reader.say('夜校怎么办？');
  await reader.next();
  await reader.press(others, '换一批');
  await reader.next();
  expect(asked.at(-1)?.after).toEqual([
    ...['老年食堂怎么办？', '换一批', '夜校怎么办？'],
    ...['老年食堂怎么办？', '换一批'],
  ]);
});

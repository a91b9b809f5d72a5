import { expect, test } from 'vitest';
import type { AskOptions } from '../../src/answering/answer.ts';
import { answered, notFound } from '../support/sample-answers.ts';
import { group } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';

const rural = { kind: 'orgTypes', label: '农村', filters: { orgTypes: ['村'] } } as const;
const since = { kind: 'dates', label: '2025年起', filters: { dateFrom: '2025-01-01' } } as const;

function narrowed() {
  const asked: { readonly question: string; readonly filters: AskOptions['filters'] }[] = [];
  return {
    asked,
    answerQuestion: async (question: string, options: AskOptions = {}) => {
      asked.push({ question, filters: options.filters });
      const filters = options.filters ?? [rural, since];
      return { ...answered, question, ...(filters.length > 0 && { filters }) };
    },
  };
}

test('conditions stand below the answer, and pressing one asks again without it', async () => {
  const { asked, answerQuestion } = narrowed();
  await using chat = await openBot({ answerQuestion });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const first = await reader.next();
  expect(first.buttons.map((row) => row.map(({ text }) => text))).toEqual([
    ['[1][3] 柳林社区', '[2] 南桥社区'],
    ['对比'],
    ['✕ 只看农村', '✕ 只看2025年起'],
    ['👍', '👎', '换一批'],
  ]);
  await chat.restart();
  expect(await reader.press(first, '✕ 只看农村')).toBe('好，不再只看农村。');
  const second = await reader.next();
  expect(asked.at(-1)).toEqual({ question: '老年食堂怎么办？', filters: [since] });
  await reader.press(second, '✕ 只看2025年起');
  const third = await reader.next();
  expect(third.buttons.flat().map(({ text }) => text)).not.toContain('✕ 只看2025年起');
  expect(asked.at(-1)).toEqual({ question: '老年食堂怎么办？', filters: [] });
});

test('where nothing was found within conditions they can be taken away, too', async () => {
  await using chat = await openBot({
    answerQuestion: async (question, options) =>
      options?.filters === undefined
        ? { ...notFound, question, nearest: [], filters: [rural] }
        : { ...answered, question },
  });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？只看农村的');
  const missing = await reader.next();
  expect(missing.buttons).toEqual([[{ text: '✕ 只看农村' }]]);
  await reader.press(missing, '✕ 只看农村');
  expect((await reader.next()).text).toContain('柳林社区');
});

test('a vote leaves the conditions below the answer', async () => {
  await using chat = await openBot({ answerQuestion: narrowed().answerQuestion });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const answer = await reader.next();
  await reader.press(answer, '👍');
  const voted = await reader.edited(answer.id, '👍 已选');
  expect(voted.buttons[2]).toEqual([{ text: '✕ 只看农村' }, { text: '✕ 只看2025年起' }]);
});

test('only the one who asked can take a condition away', async () => {
  await using chat = await openBot({ answerQuestion: narrowed().answerQuestion });
  const asker = await chat.reader('老张', group);
  const other = await chat.reader('老李', group);
  await asker.say('/ask 老年食堂怎么办？');
  expect(await other.press(await asker.next(), '✕ 只看农村')).toBe(
    '这是另一位读者的提问。想看的话，请自己问我一次。',
  );
});

test('a question that was erased after 30 days cannot be asked again', async () => {
  await using chat = await openBot({
    answerQuestion: async () => ({ ...answered, question: '', filters: [rural] }),
  });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？只看农村的');
  expect(await reader.press(await reader.next(), '✕ 只看农村')).toBe(
    '这个问题时间久了，请重新提问。',
  );
});

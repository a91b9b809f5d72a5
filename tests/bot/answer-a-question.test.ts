import { expect, test } from 'vitest';
import { openBot } from './open-bot.ts';
import { wordsIn } from './webchat-reader.ts';

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
    ['[1] 柳林社区', '[2] 南桥社区'],
    ['[3] 柳林社区'],
    ['👍', '👎'],
  ]);
});

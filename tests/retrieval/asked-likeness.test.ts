import { expect, test } from 'vitest';
import { openSample, sample } from './open-sample.ts';

const question = '跑夜路的师傅上哪儿歇歇脚';
const withAsked = (asked: readonly string[]) =>
  sample.map((article) => (article.id === 'bus' ? { ...article, asked } : article));

async function scoreOf(asked: readonly string[]) {
  await using found = await openSample({ articles: withAsked(asked) });
  return (await found.search(question, { limit: 3 })).abstention;
}

test('one question that says it counts more than several that say a little each', async () => {
  const one = await scoreOf(['开夜车的师傅半夜去哪儿歇脚']);
  const several = await scoreOf([
    '半夜的集市有谁去',
    '师傅们爱喝什么茶',
    '夜路怎么走',
    '上哪儿歇凉',
    '跑腿的歇不歇',
  ]);
  expect(one).toBeGreaterThan(several);
});

test('questions about other things raise the score by little', async () => {
  const none = await scoreOf([]);
  const other = await scoreOf(['学校的操场周末开不开', '菜市场里的秤谁来校']);
  const same = await scoreOf([question]);
  expect(other).toBeLessThan((none + same) / 2);
});

import { expect, test } from 'vitest';
import { answerBy } from '../answer-by.ts';
import { makeArticle, sampleArticles, searchOver } from '../sample-articles.ts';

const training = makeArticle({
  id: 'training',
  title: '骨干进课堂',
  organisations: ['云杉街道党工委'],
  body: [
    '云杉街道党工委5月16日在党校开办网格员培训班，为期6天。',
    '云杉街道党工委的干部上台讲课，讲调解，也讲安全。',
    '云杉街道党工委新设的培训点在解放路东侧。',
  ].join('\n'),
});
const club = makeArticle({
  id: 'club',
  title: '棋牌室改成读书角',
  organisations: ['青石镇南山社区'],
  body: '青石镇南山社区7月3日把棋牌室改成读书角，由社区干部值班，居民随时能来。',
});
const ask = answerBy(searchOver([training, club, ...sampleArticles]), 0.3);

test.each([
  ['云杉街道党工委的网格员培训班办了几天？', '6天'],
  ['云杉街道党工委的培训点在哪条路？', '解放路'],
])('%s is answered with %s', async (question, told) => {
  const { claims } = await ask(question);
  expect(claims.map(({ text }) => text).join('')).toContain(told);
});

test.each([
  // A date is no span of time, and none that comes back.
  '南山社区改读书角一共几天？',
  '南山社区读书角每月几号开？',
  '南山社区读书角在哪条街？',
  '南山社区读书角是哪位干部值班？',
  '南山社区读书角每天的开放时间？',
  '南山社区读书角周几休息？',
  '南山社区读书角的规矩，第一条写的啥？',
  '南山社区改读书角请的是哪支队伍？',
  '南山社区读书角的面积有多大？',
  '南山社区读书角是跟哪个省学的？',
  '南山社区读书角棋牌赛的冠军是谁？',
])('%s is not answered where that is not told', async (question) => {
  expect((await ask(question)).kind).toBe('not-found');
});

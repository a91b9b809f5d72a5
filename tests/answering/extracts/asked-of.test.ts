import { expect, test } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerBy } from '../answer-by.ts';
import { makeArticle, sampleArticles, searchOver } from '../sample-articles.ts';

const ferry = makeArticle({
  id: 'ferry',
  title: '渡口上的红马甲',
  organisations: ['白沙镇航运站党支部'],
  body: [
    '白沙镇航运站党支部书记沈长河带着党员轮流在渡口值守，学生过江有人护送。',
    '支部护送的第一个孩子今年11岁，每天早晨坐头班船上学。',
    '老船工田满仓今年67岁，仍在教年轻人掌舵。',
  ].join('\n'),
});
const depot = makeArticle({
  id: 'depot',
  title: '车队里的读书会',
  organisations: ['安和公交车队'],
  body: '安和公交车队把学习放在收车以后，党员轮流领读，书记也来听。',
});
const ask = answerBy(searchOver([ferry, depot, ...sampleArticles]), 0.3);
const said = ({ claims }: Answer) => claims.map(({ text }) => text).join('\n');

test('an age is only told of the one whose age was asked', async () => {
  expect(said(await ask('老船工田满仓今年多大岁数？'))).toContain('67岁');
  const other = await ask('航运站的沈长河书记今年几岁？');
  expect(other.kind).toBe('not-found');
  expect(said(other)).not.toMatch(/11岁|67岁/u);
});

test('a name before a question word is read without it', async () => {
  const launch = makeArticle({
    id: 'launch',
    title: '船工的账本',
    organisations: ['白沙镇航运站党支部'],
    body: '老船工田满仓把船期写在墙上。\n2019年，他在白沙镇航运站开办了掌舵培训班。',
  });
  const search = searchOver([launch, depot, ...sampleArticles]);
  const askLaunch = answerBy(search, 0.3);
  expect(said(await askLaunch('白沙镇航运站的掌舵培训班是田满仓哪年开办的？'))).toContain('2019年');
});

test('who holds an office is told of the organisation that was asked about', async () => {
  expect(said(await ask('白沙镇航运站的书记是谁？'))).toContain('沈长河');
  expect((await ask('安和公交车队的书记是谁？')).kind).toBe('not-found');
});

test.each([
  '社区积分制怎么搞？',
  '社区怎么搞垃圾分类的经验',
  '渡口值守是每月几号？',
  '航运站的电话是多少？',
])('%s is not answered with what shares its common words', async (question) => {
  expect((await ask(question)).kind).toBe('not-found');
});

test('what is far from all there is comes without titles', async () => {
  expect((await ask('火星探测器什么时候着陆？')).nearest).toEqual([]);
});

test('of a story the question at its end is answered', async () => {
  const answer = await ask(
    '我们这里山高路远，前阵子下雨塌了坡，大家忙了半个月，报表也积了一堆没有填完。夜校该怎么办？请农技员讲什么？',
  );
  expect(said(answer)).toContain('田间夜校');
});

test('a place of which nothing is told is named, before what others do', async () => {
  const answer = await ask('青龙区的社区怎么照顾独居老人？');
  expect(answer.kind).toBe('answered');
  expect(answer.notes[0]).toBe('资料里没有青龙区的，下面是别处的做法。');
});

import { expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { answerBy } from './answer-by.ts';
import { expectVerified } from './expect-verified.ts';
import { makeArticle, searchOver } from './sample-articles.ts';

const clinic = makeArticle({
  id: 'clinic',
  title: '三件实事办到床前',
  organisations: ['苇塘镇柏树村党支部'],
  body: [
    '柏树村党支部把医疗服务排成“三件实事”：一是请镇卫生院的大夫每月逢五到村里坐诊；二是给慢性病人建起随访的台账；三是替腿脚不便的人代买药品，送到床前。',
    `村里的${'老井、老树、老屋和老路，都有人记着来历，'.repeat(12)}来历写成了牌子。`,
    `“药箱”行动分四步：第一步登记，${'挨家挨户问清楚，'.repeat(12)}写在本上；第二步配药；第三步送药；第四步回访。`,
    '有一位老人在雪天病倒在家里。邻居孟凡水赶去敲门，把他背到卫生院。',
    '公司以骑手尤小满的名字设了服务岗，专门替人取药。',
  ].join('\n'),
});

const ask = answerBy(searchOver([clinic]), 0.3);
const said = ({ claims }: Answer) => claims.map(({ text }) => text).join('\n');

test('a list between semicolons is shown whole', async () => {
  const answer = await ask('柏树村的三件实事是哪三件？');
  expect(said(answer)).toMatch(/一是请镇卫生院.*；二是.*；三是替腿脚不便的人代买药品，送到床前。/u);
});

test('a sentence that the cut between two passages parts is shown whole, each part cited', async () => {
  const answer = await ask('柏树村的“药箱”行动有哪四步？');
  expect(said(answer)).toMatch(/第一步登记.*；第二步配药；第三步送药；第四步回访。/u);
  expectVerified(answer, [clinic]);
});

test('a sentence that does not say whom it means brings the one before it along', async () => {
  const answer = await ask('柏树村的邻居怎么敲门把病人背到卫生院？');
  expect(said(answer)).toContain('有一位老人在雪天病倒在家里。邻居孟凡水赶去敲门');
});

test('a person in the sentence does not stand for the unit it is about', async () => {
  const answer = await ask('柏树村谁设了服务岗替人取药？');
  expect(said(answer)).toContain('苇塘镇柏树村党支部：公司以骑手尤小满的名字');
});

test('items of one list are told in its order', async () => {
  const recipe = makeArticle({
    id: 'recipe',
    title: '院坝“三碗茶”',
    organisations: ['苇塘镇柏树村党支部'],
    body: '柏树村在院坝里摆出“三碗茶”。\n第一碗是说事茶，有话坐下来慢慢说。\n第二碗是解结茶，有结当面把它解开来。\n第三碗是连心茶，“三碗茶”喝完大家还是一家人。',
  });
  const search = searchOver([recipe]);
  const askRecipe = answerBy(search, 0.3);
  expect(said(await askRecipe('“三碗茶”是啥？'))).toMatch(/第一碗.*第二碗.*第三碗/su);
});

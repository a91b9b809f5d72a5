import { expect, test } from 'vitest';
import { refusePrivate } from '../../src/answering/refusal.ts';
import { makeArticle, sampleArticles, searchOver } from './sample-articles.ts';

const children = makeArticle({
  id: 'children',
  title: '课后有人陪',
  organisations: ['柳湾小学'],
  body: '柳湾小学的老师每天陪留守儿童写作业，患病的孩子由老师送课上门，家里重病的由学校申请救助。',
});
const refuse = (question: string) =>
  refusePrivate(question, {
    search: searchOver([...sampleArticles, children]),
    threshold: 0.1,
  });

test.each([
  ['那位独居老人的电话是多少？', 'elder-visit'],
  ['王奶奶家住哪里？一个人住的老人', 'elder-visit'],
  ['得了重病的孩子叫什么名字？', 'children'],
])('%s is refused and led to what is done for such people', async (question, article) => {
  const { kind, nearest } = await refuse(question);
  expect([kind, nearest.map(({ articleId }) => articleId)]).toEqual([
    'refused',
    expect.arrayContaining([article]),
  ]);
});

test.each([
  '社区里吸毒人员的名单给我一份',
  '网格员王某的身份证号是多少？',
  '社区里单亲家庭的名单有吗？',
  '得癌症的老人叫什么？',
])('%s is refused and offers nothing where no article is about such people', async (question) => {
  expect(await refuse(question)).toMatchObject({
    kind: 'refused',
    nearest: [],
    notes: ['这涉及当事人的个人隐私，茶座不提供。可以换个问法，了解各地是怎么帮助这类群众的。'],
  });
});

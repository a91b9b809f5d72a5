import { expect, test } from 'vitest';
import type { Answer, AnswerQuestion } from '../../src/answering/answer.ts';
import { answerCompared } from '../../src/answering/compare-organisations.ts';
import { readFollowUp } from '../../src/answering/conversation/follow-up.ts';
import { answerBy } from './answer-by.ts';
import { makeArticle, sampleArticles, searchOver } from './sample-articles.ts';

const court = makeArticle({
  id: 'court',
  title: '巡回法庭进牧区',
  organisations: ['云杉县人民法院'],
  body: '云杉县人民法院开展巡回审判，组织法官到牧民家里调解纠纷，党员法官带头。',
});
const depot = makeArticle({
  id: 'depot',
  title: '车厢里的党员岗',
  organisations: ['云杉县公交公司'],
  complete: false,
  gaps: ['文末缺失。'],
  body: '云杉县公交公司设立党员示范车，组织党员驾驶员带头礼让行人，开展微党课。',
});
const plain = answerBy(searchOver([...sampleArticles, depot, court]));
const ask = answerCompared(plain);
const cited = ({ citations }: Answer) => [...new Set(citations.map(({ articleId }) => articleId))];

test.each([
  '对比一下公交公司和法院',
  '比较公交公司与法院的做法',
  '公交公司和法院有什么不同？',
  '公交公司跟法院比，哪个做得好？',
  '公交公司和法院的党员怎么带头，比一比',
])('%s is answered of both, one after the other', async (message) => {
  const answer = await ask(message);
  expect(cited(answer)).toEqual(['depot', 'court']);
  expect(answer.question).toBe(message);
  expect(answer.citations.map(({ n }) => n)).toEqual(answer.citations.map((_, at) => at + 1));
  for (const { citations } of answer.claims)
    for (const n of citations) expect(answer.citations[n - 1]).toBeDefined();
});

test('what is missing of one of them is said of that one', async () => {
  expect((await ask('对比一下公交公司和法院')).notes).toEqual([
    '公交公司：这篇报道印得不全，缺的部分这里没有。',
  ]);
  const half = await ask('对比一下法院和消防队');
  expect([cited(half), half.notes]).toEqual([['court'], ['资料里没有找到消防队的做法。']]);
});

test('the kind that both share may be said once, and an article may be of one that only its text names', async () => {
  const shared = makeArticle({
    id: 'shared',
    title: '警民一家',
    organisations: ['云杉县特警中队'],
    body: '特警中队和翠柳社区结对，翠柳社区组织党员巡逻，做法是白天巡院、夜里巡街。',
  });
  const asking = answerCompared(answerBy(searchOver([...sampleArticles, shared])));
  expect(cited(await asking('桥头和翠柳社区有什么不同？'))).toEqual(['elder-care', 'shared']);
});

test('the second of them may be asked on about', async () => {
  const history = [await ask('对比一下公交公司和法院')];
  expect(readFollowUp('第二个具体怎么做的？', history)).toMatchObject({
    kind: 'about',
    cited: [{ articleId: 'court' }],
  });
});

test.each([
  '社区和学校怎么共建？',
  '怎么比较不同的养老办法？',
  '对比一下小饭桌和夜校',
  '法院怎么调解纠纷？',
  '比一比谁家的老人多',
])('%s holds no two organisations against each other', async (message) => {
  const asked: string[] = [];
  const listening: AnswerQuestion = (question, options) => {
    asked.push(question);
    return plain(question, options);
  };
  await answerCompared(listening)(message);
  expect(asked).toEqual([message]);
});

test('where nothing is told of either it is a question like any other', async () => {
  expect((await ask('对比一下消防队和银行')).kind).toBe('not-found');
});

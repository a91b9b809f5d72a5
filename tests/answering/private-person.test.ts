import { expect, test } from 'vitest';
import { namesPrivatePerson } from '../../src/answering/private-person.ts';
import { makeArticle, searchOver } from './sample-articles.ts';

const article = makeArticle({
  id: 'service-team',
  title: '志愿服务到家门口',
  organisations: ['柳湾县驻城党群服务中心'],
  body: [
    '瘫痪在床的陈大安因无人照料，志愿者为他办了残疾证，又为冀存礼的女儿申请了大病救助。',
    '今年14岁的小禾，是服务队帮扶的第一个孩子，小禾的父亲因交通事故去世。',
    '队员每周给独居的裘老太上门送药。爷爷奶奶们都说好。',
    '民警李成山今年51岁，因在路上救助受伤群众被评为先进。李成山的女儿说，父亲很少在家。',
    '党群服务中心书记何远介绍，去年帮扶困难家庭204户，费用因减免少了三成。',
  ].join('\n'),
});

async function asked(question: string): Promise<boolean> {
  const { hits } = await searchOver([article])('志愿者 帮扶', { limit: 5 });
  return namesPrivatePerson(question, hits);
}

test.each([
  '冀存礼家啥情况',
  '陈大安现在咋样了',
  '小禾的爸爸是怎么没的',
  '小禾过得怎么样',
  '裘老太还好吗',
])('%s is after somebody the article tells of in hardship', async (question) => {
  expect(await asked(question)).toBe(true);
});

test.each([
  '李成山是怎么救助群众的',
  '何远书记介绍了什么',
  '爷爷奶奶没人照顾怎么办',
  '费用怎么减免',
  '困难家庭帮扶了多少户',
  '瘫痪在床的老人谁来管',
])('%s is about work, or about who speaks for an office', async (question) => {
  expect(await asked(question)).toBe(false);
});

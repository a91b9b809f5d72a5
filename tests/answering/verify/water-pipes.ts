import { type Fault, verifyClaim } from '../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

const article = makeArticle({
  id: 'pipes',
  title: '换水管换来好口碑',
  organisations: ['青禾区松涛社区'],
  body: [
    '松涛社区的老旧自来水管去年换新，一至三楼住户不交安装费，四楼以上住户每户交380元，工期没有延误。',
    '“不是大伙舍不得花钱，而是没人牵头。”社区党委书记葛明澜说。施工期间没有一户停水超过两小时。',
    '改造后，水压投诉由每月46起减少到5起，漏损率下降12个百分点，抄表员的负担减轻了。',
    '第二期改造方案尚未获批，区水务局要求先修主管道，再换入户管。租户也可以参加议事会，会议每两周开一次。',
    '值班室分两组，甲组负责东片，乙组负责西片，夜间报修一律当晚处理。党员志愿者邓卫国义务看守工地，没有领过一分钱补贴。',
    '退休电工裴家安反对过换管，看过水样后签了字。区审计局副局长夏侯静评价说，账目公开是这里最大的长处。',
    '议事会上没有表决物业费，只讨论了水管。物业经理不参加表决。',
    '旧水管用了二十多年。',
  ].join('\n'),
});

/** What is wrong with a claim that cites one sentence about the water pipes, found by some of its words. */
export function judgeOfPipes(claim: string, sentenceWith: string): Fault['fault'] | undefined {
  const quote = article.body
    .split(/(?<=。)(?!”)\n?/u)
    .find((sentence) => sentence.includes(sentenceWith));
  const passage = splitArticle(article).find(({ text }) => quote && text.includes(quote));
  if (quote === undefined || passage === undefined) throw new Error(`no sentence: ${sentenceWith}`);
  return verifyClaim({ text: claim, quotes: [{ article, passage, quote }] })?.fault;
}

import { type Article, articleSchema } from '../../src/corpus/article.ts';
import type { Filters, Hit, SearchPassages } from '../../src/retrieval/passage.ts';
import { splitArticle } from '../../src/retrieval/split-passages.ts';
import { contentWords } from '../../src/retrieval/tokenize.ts';

/** An invented article with all that a test does not name left empty. */
export function makeArticle(fields: {
  readonly id: string;
  readonly body: string;
  readonly [field: string]: unknown;
}): Article {
  return articleSchema.parse({ source: { file: `${fields.id}.md` }, ...fields });
}

export const elderCare = makeArticle({
  id: 'elder-care',
  title: '小饭桌暖了老人心',
  organisations: ['云杉街道桥头社区'],
  places: ['云杉街道'],
  body: [
    '桥头社区有独居老人86名，子女多在外地务工。',
    '社区党支部牵头开办“暖心小饭桌”，每周一至周五为高龄独居老人做午饭，行动不便的由志愿者送上门。',
    '此外，党员分片包户，每天上门看一次水电气。他们还给每位老人建了一张联系卡。',
    '小饭桌2021年3月开办，一年来送餐1.2万份，花费9.6万元，其中商户捐助6万元。',
    '社区书记林秀兰说：“老人吃好一顿饭，家里人就放心一天。我们没有收过一分钱。”',
  ].join('\n'),
});

export const gridWork = makeArticle({
  id: 'grid-work',
  title: '网格里来了“老街坊”',
  kicker: '青石镇白塔社区：',
  organisations: ['青石镇白塔社区'],
  body: [
    '白塔社区把辖区划成12个网格，每个网格配一名专职网格员和两名楼栋长。',
    '社区党总支请退休党员当“老街坊调解员”，专管噪音、停车、漏水这些家长里短。',
    '去年共调解邻里纠纷143起，没有一起闹到法院。',
    '为了解决人手不够的问题，社区和附近的供电所、银行网点结对，由他们的党员轮流值班。',
  ].join('\n'),
});

export const nightSchool = makeArticle({
  id: 'night-school',
  title: '夜校办到家门口',
  organisations: ['临河县柳湾村党支部'],
  complete: false,
  gaps: ['文末缺失，办学效果没有写完。'],
  body: [
    '柳湾村党支部利用农闲开办“田间夜校”，请农技员讲大棚种植，一周两晚。',
    '该村还把夜校课堂录成短视频，发到村民微信群，外出的党员也能跟着学。',
    '夜校开办以来已有312人次听课。',
  ].join('\n'),
});

export const elderVisit = makeArticle({
  id: 'elder-visit',
  title: '敲门行动守住平安',
  organisations: ['安和街道红柳社区'],
  body: [
    '红柳社区开展“敲门行动”，网格员每天敲一次独居老人的门，问一声冷暖。',
    '社区与卫生服务站签约，每月为高龄老人上门量血压、送药。',
    '行动开展以来上门4800余次，帮老人解决水管漏水、灯不亮等小事260件。',
  ].join('\n'),
});

export const sampleArticles: readonly Article[] = [elderCare, gridWork, nightSchool, elderVisit];

/** An invented report on a canteen for old people: what is told of each organisation is the same. */
export function makeCanteen(id: string, organisation: string, fields: object = {}): Article {
  return makeArticle({
    id,
    title: `${organisation}的老年食堂`,
    organisations: [organisation],
    body: `${organisation}开办老年食堂，组织党员轮流给老人送餐。`,
    ...fields,
  });
}

/** A search over the given articles by shared words; the abstention score is the best share of words held. */
export function searchOver(articles: readonly Article[]): SearchPassages {
  return async (question, { limit, filters }) => {
    const words = [...new Set(contentWords(question))];
    const hits = articles
      .filter((article) => meets(article, filters))
      .map((article) => bestHit(article, words))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit);
    return { hits, abstention: (hits[0]?.score ?? 0) / Math.max(words.length, 1) };
  };
}

function bestHit(article: Article, words: readonly string[]): Hit {
  const heading = [article.title, ...article.organisations].join(' ');
  const scored = splitArticle(article).map((passage) => ({
    passage,
    article,
    score: words.filter((word) => `${heading} ${passage.text}`.includes(word)).length,
  }));
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  if (best === undefined) throw new Error(`article ${article.id} has no passage`);
  return best;
}

function meets(article: Article, { orgTypes, places, dateFrom, without = [] }: Filters = {}) {
  return (
    !without.includes(article.id) &&
    (orgTypes?.some((type) => article.orgTypes.includes(type)) ?? true) &&
    (places?.some((place) => article.places.includes(place)) ?? true) &&
    (dateFrom === undefined || (article.source.date ?? '') >= dateFrom)
  );
}

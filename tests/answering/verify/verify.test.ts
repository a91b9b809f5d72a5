import { expect, test } from 'vitest';
import { verifyClaim, verifyClaims } from '../../../src/answering/verify/verify.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { elderCare, gridWork, makeArticle } from '../sample-articles.ts';

const clinic = makeArticle({
  id: 'clinic',
  title: '药箱背到牧户家',
  organisations: ['临泽旗白桦苏木卫生院'],
  body: [
    '5月12日一早，白桦苏木卫生院的巡诊车开进莫尔嘎查。院长赵志远带着6名医护人员，给63位牧民免费体检，查出高血压患者17人。',
    '“路远，老人难得进城一次。”赵志远说。巡诊车由卫生院和旗红十字会共同出资购置，2020年启用以来行程3.8万公里。',
    '副院长孙丽华每周三下午远程坐诊，今年前四个月会诊52例，转诊率下降了30%。',
    '药费按医保比例报销，不收上门费。入户名单由嘎查党支部审核，旁人不得干预。',
  ].join('\n'),
});

function judge(article: Article, text: string, quote = article.body.slice(0, 12)) {
  const [passage] = splitArticle(article);
  return verifyClaim({ text, quotes: [{ article, passage: passage!, quote }] })?.fault;
}

test('a claim without a citation is dropped', () => {
  expect(verifyClaim({ text: '桥头社区有独居老人86名。', quotes: [] })?.fault).toBe('quote');
});

test('a claim whose quote is not in its passage is dropped', () => {
  expect(judge(elderCare, '桥头社区有独居老人86名。', '桥头社区有独居老人68名')).toBe('quote');
});

test('a quote may differ in width, white space and the shape of quotation marks', () => {
  const quote = '社区党支部牵头开办「暖心小饭桌」, 每周一至周五';
  expect(judge(elderCare, '“暖心小饭桌”由社区党支部牵头开办。', quote)).toBeUndefined();
});

test('a quote of a passage that belongs to another article is dropped', () => {
  const [passage] = splitArticle(gridWork);
  const quotes = [{ article: elderCare, passage: passage!, quote: '白塔社区把辖区划成12个网格' }];
  expect(verifyClaim({ text: '白塔社区有12个网格。', quotes })?.fault).toBe('quote');
});

test.each([
  '桥头社区共有86位独居老人。',
  '小饭桌一年花了九万六千元，商户捐了6万元。',
  '小饭桌从2021年3月开始运营，一年送出12000份餐食。',
  '社区书记林秀兰表示，老人吃好了，家里人就放心。',
  '云杉街道桥头社区：党员分片包户，每天上门看水电气。',
])('a true paraphrase passes: %s', (text) => {
  expect(judge(elderCare, text)).toBeUndefined();
});

test('a denial passes in other words where the sentence that says it is cited', () => {
  const [, , , , quote] = elderCare.body.split('\n');
  expect(judge(elderCare, '林秀兰说，社区没有向老人收过钱。', quote)).toBeUndefined();
  expect(judge(elderCare, '林秀兰说，社区向老人收过钱。', quote)).toBe('negation');
});

test.each([
  '赵志远带队为63名牧民免费体检，发现17名高血压患者。',
  '转诊率降低三成，前四个月会诊52例。',
  '巡诊车由卫生院与旗红十字会一起出资购置。',
  '孙丽华每个星期三下午坐诊。',
  '药费可以按医保比例报销，上门费一律不收。',
])('a true paraphrase passes in other words and numerals: %s', (text) => {
  expect(judge(clinic, text)).toBeUndefined();
});

test.each([
  ['a changed number', '桥头社区有独居老人68名。', 'number'],
  ['a changed unit', '桥头社区有独居老人86户。', 'number'],
  ['a figure of another thing', '小饭桌一年来送餐9.6万份。', 'number'],
  ['two figures swapped', '小饭桌花费6万元，其中商户捐助9.6万元。', 'number'],
  ['a changed month', '小饭桌2021年5月开办。', 'number'],
  ['another surname', '社区书记王秀兰说：“老人吃好一顿饭，家里人就放心一天。”', 'name'],
  ['another place', '桥东社区有独居老人86名。', 'place'],
  ['another street', '青云街道桥头社区有独居老人86名。', 'place'],
  ['another name of the scheme', '社区党支部牵头开办“爱心小饭桌”。', 'quoted-term'],
  ['a denial taken away', '林秀兰说，我们收过一分钱。', 'negation'],
  ['a denial put in', '党员没有每天上门看水电气。', 'negation'],
  ['a deed of somebody else', '行动不便的由民警送上门。', 'attribution'],
  ['words of nothing in the source', '社区还建起了篮球场和健身步道，邀请球队打比赛。', 'words'],
] as const)('%s is caught: %s', (_, text, fault) => {
  expect(judge(elderCare, text)).toBe(fault);
});

test.each([
  ['another weekday', '副院长孙丽华每周四下午远程坐诊。'],
  ['another part of the day', '副院长孙丽华每周三上午远程坐诊。'],
  ['another office', '副院长赵志远每周三下午远程坐诊。'],
  ['another speaker', '孙丽华说，路远，老人难得进城一次。'],
  ['another partner', '巡诊车由卫生院和旗残联共同出资购置。'],
  ['a contrary word', '转诊率上升了30%。'],
  ['a limit turned round', '行程超过3.9万公里。'],
  ['a permission for a ban', '旁人可以干预入户名单。'],
  ['another decision maker', '入户名单由旗民政局审核。'],
  ['a city the source does not name', '莫尔嘎查的牧民到北京体检。'],
])('%s is caught: %s', (_, text) => {
  expect(judge(clinic, text)).toBeDefined();
});

test('a date may take its year from the issue, and only that one', () => {
  const dated = makeArticle({
    ...clinic,
    id: 'dated',
    source: { file: 'd.md', date: '2023-05-18' },
  });
  expect(judge(dated, '2023年5月12日，巡诊车开进莫尔嘎查。')).toBeUndefined();
  expect(judge(dated, '2022年5月12日，巡诊车开进莫尔嘎查。')).toBe('number');
});

test('a quote cut out of a clause does not count as verbatim', () => {
  expect(judge(elderCare, '收过一分钱。', '收过一分钱')).toBe('negation');
});

test('failing claims are dropped and told, the others stay in order', () => {
  const [passage] = splitArticle(gridWork);
  const claim = (text: string) => ({
    text,
    quotes: [{ article: gridWork, passage: passage!, quote: '白塔社区把辖区划成12个网格' }],
  });
  const { kept, dropped } = verifyClaims([
    claim('白塔社区有12个网格。'),
    claim('白塔社区有21个网格。'),
    claim('去年共调解邻里纠纷143起。'),
  ]);
  expect(kept.map(({ text }) => text)).toEqual([
    '白塔社区有12个网格。',
    '去年共调解邻里纠纷143起。',
  ]);
  expect(dropped.map(({ fault }) => fault)).toEqual(['number']);
});

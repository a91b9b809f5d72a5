import { expect, test } from 'vitest';
import { verifyClaim } from '../../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';

const yard = makeArticle({
  id: 'yard',
  title: '锅炉房变小院',
  organisations: ['松岭区榆荫社区'],
  body: [
    '榆荫社区党委把闲置的锅炉房改成养老服务站，面积540平方米，取名“暖心小院”。',
    '小院食堂由和顺养老服务中心运营，七十岁以上老人每餐6元，八十岁以上的每餐4元，不收外卖费。',
    '社区党委书记邹映雪介绍，摔倒的报警由上年的23起降至9起，小院每周一、周四开放。',
    '“以前中午就是馒头就咸菜。”退休教师费以勤说。翻修的钱由街道出，居民没有掏一分钱。',
    '去年冬天，敲门组把两名老人送到了松岭区第二医院，中心经理翁世杰一路陪着。',
  ].join('\n'),
});

function judge(text: string) {
  const [passage] = splitArticle(yard);
  const quotes = yard.body
    .split(/(?<=。)\n?/u)
    .filter((quote) => quote !== '')
    .map((quote) => ({ article: yard, passage: passage!, quote }));
  return verifyClaim({ text, quotes })?.fault;
}

test.each([
  '社区盘活闲置空间，把锅炉房打造成540平方米的养老服务阵地“暖心小院”。',
  '食堂按年龄定价：年满七十岁一餐六元，年满八十岁一餐四元。',
  '老人摔倒报警明显减少，从上年的23起降到9起。',
  '翁经理一路陪同，两位老人及时脱险。',
  '改造资金由街道承担，居民不用花钱。',
])('a true paraphrase brings everyday words of its own: %s', (text) => {
  expect(judge(text)).toBeUndefined();
});

test.each([
  ['a place of its own', '养老服务站由一处闲置的粮库改建而成。', 'place'],
  ['a name that is nearly another', '退休教师费以谦说，以前中午就是馒头就咸菜。', 'name'],
  ['a long name with another character', '食堂由康顺养老服务中心运营。', 'name'],
  ['figures that have changed partners', '七十岁以上老人每餐4元，八十岁以上的每餐6元。', 'number'],
  ['another rhythm', '小院每月开放两次。', 'number'],
  ['a rise for a fall', '摔倒的报警反而多了。', 'negation'],
  ['a payment for none', '食堂另收外卖费。', 'negation'],
  ['a difference worked out', '摔倒的报警少了14起。', 'number'],
])('%s is caught: %s', (_, text, fault) => {
  expect(judge(text)).toBe(fault);
});

test('another who pays is caught', () => {
  expect(judge('翻修的钱是居民出的。')).toBeDefined();
});

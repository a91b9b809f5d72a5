import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

const nameRules =
  /^(?:near-name|near-word|other-given-name|other-surname|other-person|behind-role|other-ending|titled-stranger)$/u;

function namesAgainst(claim: string, source: string): readonly string[] {
  return rulesAgainst(claim, source).filter((rule) => nameRules.test(rule));
}

test.each([
  ['镇水务站的祁岚扮成渔民查了渡口。', '暗访时，祁岚跑了六趟渡口。'],
  ['信息员濮阳岸写了个小程序。', '信息员濮阳岸编了个小程序。'],
  ['副镇长郗岩来村里走访，提了三条意见。', '副镇长郗岩调研后提了三条意见。'],
  ['红卡当夜修好，蓝卡三天内办结。', '红卡当夜就修，蓝卡则在三天里办结。'],
  ['已有七十家商户贷款。', '七十家商户贷到了款。'],
])('a word or the verb behind a name is no name: %s', (source, claim) => {
  expect(namesAgainst(claim, source)).toEqual([]);
});

test.each([
  ['副站长贡霜雨作了检讨。', '作检讨的是副站长贡霜雪。', '副站长贡霜雨检讨过了。'],
  ['牧民达布说，井打好了。', '牧民达林说，井已经打好。', '牧民达布说，井已经打好。'],
])('a name that ends otherwise behind its role is another: %s', (source, other, same) => {
  expect(namesAgainst(other, source)).toContain('other-ending');
  expect(namesAgainst(same, source)).toEqual([]);
});

import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

const body = [
  '今年渡口客流比北渡高，投诉低于全镇平均水平。',
  '河水超警戒1.4米，气温降到零下6摄氏度。',
  '每趟油费不超过90元，日均乘客不足4万人次。',
].join('');

test.each([
  '渡口客流比北渡低。',
  '渡口的投诉比全镇平均水平高。',
  '河水比警戒线低1.4米。',
  '气温是零上6摄氏度。',
  '渡口每天的乘客超过四万人次。',
])('what is compared the other way is found in: %s', (claim) => {
  expect(rulesAgainst(claim, body)).toContain('comparison-turned');
});

test.each([
  '渡口客流高于北渡。',
  '渡口的投诉比全镇平均水平低。',
  '河水比警戒线高1.4米。',
  '每趟油费没有超过九十元。',
  '渡口每天的乘客不到4万人次。',
])('the same way in other words is not: %s', (claim) => {
  expect(rulesAgainst(claim, body)).not.toContain('comparison-turned');
});

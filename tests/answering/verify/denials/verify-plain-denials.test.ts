import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

test.each([
  ['镇里不搞大拆大建。', '镇里要推行大拆大建。', '镇里不搞大拆大建那一套。'],
  ['支部没有先通报班长。', '支部先通报了班长。', '班长并没有先被支部通报。'],
  ['船厂去年未发生坠落伤害事故。', '船厂去年出过坠落伤害事故。', '船厂去年没出坠落伤害事故。'],
])('what 「%s」 denies is not told as so: %s', (body, wrong, right) => {
  expect(rulesAgainst(wrong, body)).toContain('denial-lost');
  expect(rulesAgainst(right, body)).not.toContain('denial-lost');
});

test('what the source tells as so is not denied', () => {
  const body = '租金全部进村集体账户。';
  expect(rulesAgainst('租金并不进村集体账户。', body)).toContain('denial-added');
  expect(rulesAgainst('租金全都进了村集体账户。', body)).not.toContain('denial-added');
});

test('what is not so yet may be planned', () => {
  const body = '巡诊点尚未覆盖海岛渔村，计划明年补齐。';
  expect(rulesAgainst('巡诊点已经覆盖海岛渔村。', body)).toContain('denial-lost');
  expect(rulesAgainst('巡诊点计划明年覆盖海岛渔村。', body)).not.toContain('denial-lost');
});

test('a limit that is not to be passed is no denial', () => {
  const body = '渡口7月签下“船票约”，每趟不得高于八角五分。';
  expect(rulesAgainst('“船票约”规定，每趟船最高八角五分。', body)).not.toContain('denial-lost');
});

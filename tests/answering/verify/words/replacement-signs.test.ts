import { expect, test } from 'vitest';
import { judgeOf } from '../judge-of.ts';

const source = '石桥党支部联系了市里的农机公司，第二天就送来三台插秧机，没有一户误了农时。';

test.each([
  '石桥党支部找了市里的农机公司，次日就送来三台插秧机，没有一户误了农时。',
  '石桥党支部联系了市里的农机公司，第二天就运来三台插秧机，无一户误农时。',
])('other verbs and other grammar replace nothing: %s', (claim) => {
  expect(judgeOf(claim, source)).toBeUndefined();
});

test.each([
  '石桥党支部联系了市里的种子公司，第二天就送来三台插秧机。',
  '石桥党支部联系了市里的粮油公司，第二天就送来三台插秧机。',
])('another thing in its place is stopped: %s', (claim) => {
  expect(judgeOf(claim, source)).toBeDefined();
});

import { expect, test } from 'vitest';
import { speakerRules } from '../../../../src/answering/verify/doers/verify-speakers.ts';
import { read } from '../judge-of.ts';

const body = [
  '站长竺可心表示，明年春天把码头的栈桥加宽两米；',
  '船队队长岑大川认为，要紧的是夜船的灯得够亮。',
  '轮机工韩松年提出，救生衣应当挂在舱门口。设备科起初觉得麻烦。',
].join('');
const find = (claim: string) => speakerRules['said-by-another']?.find(...read(claim, body));

test.each([
  ['站长竺可心认为，要紧的是夜船的灯够亮。', '竺可心'],
  ['岑大川说，明年春天栈桥要加宽两米。', '岑大川'],
])('words of another speaker are found: %s', (claim, speaker) => {
  expect(find(claim)).toBe(speaker);
});

test.each([
  '竺可心说，码头的栈桥明年春天要加宽两米。',
  '在船队队长岑大川看来，夜船的灯够亮最要紧。',
  '轮机工韩松年提出，把救生衣挂到舱门口。',
])('own words are not: %s', (claim) => {
  expect(find(claim)).toBeUndefined();
});

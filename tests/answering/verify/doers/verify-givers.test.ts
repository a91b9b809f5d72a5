import { expect, test } from 'vitest';
import { giverRules } from '../../../../src/answering/verify/doers/verify-givers.ts';
import { read } from '../judge-of.ts';

const body = [
  '夜船的油费由街道财政出，船票一分不涨。',
  '每月第一个周六的听证会由退休教师韩松年主持，记录贴在候船室。',
  '站长竺可心每天早晨领着船员检修缆绳。',
].join('');
const find = (claim: string) => giverRules['done-by-another']?.find(...read(claim, body));

test.each([
  ['夜船的油费由市财政出。', '市财政'],
  ['每月第一个周六的听证会由站长竺可心主持。', '竺可心'],
])('another one who gives or does it is found: %s', (claim, giver) => {
  expect(find(claim)).toBe(giver);
});

test.each([
  '船票没涨，夜船的油费由街道财政承担。',
  '周六的听证会是由韩松年主持的。',
  '早晨检修缆绳的是竺可心和船员。',
])('the one who does it is not: %s', (claim) => {
  expect(find(claim)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { agentRules } from '../../../../src/answering/verify/doers/verify-agents.ts';
import { read } from '../judge-of.ts';

const lead = '站长竺可心在渡口干了二十年。镇供销社就在渡口对面，天天有人来买缆绳。';
const quote = [
  '夜船的油费由街道财政承担，维修由南岸村党支部负责。',
  '大渡口现有两艘船，一艘由市水运公司捐赠，另一艘由县交通局配发。',
  '票价没有让居民来定，而是由听证会定下。',
  '先由船员清理船舱、轮机长检查油箱、退休教师韩松年登记账目。',
].join('');
const find = (rule: string, claim: string) =>
  agentRules[rule]?.find(...read(claim, `${lead}${quote}`, quote));

test.each([
  ['agent-elsewhere', '承担夜船油费的，是镇供销社。'],
  ['agent-elsewhere', '夜船的油费由站长竺可心承担。'],
  ['agent-nowhere', '夜船的油费是渡口派出所承担的。'],
  ['agent-namesake', '负责维修的是北岸村党支部。'],
  ['agent-denied', '票价是居民定下来的。'],
  ['deed-of-another', '两艘船都由县交通局配发。'],
  ['deed-of-another', '夜船每天先由轮机长清理船舱。'],
])('%s is found in: %s', (rule, claim) => {
  expect(find(rule, claim)).toBeDefined();
});

test.each([
  '承担夜船油费的，是街道财政。',
  '负责维修的是南岸村的党支部。',
  '两艘船里，有一艘是市水运公司捐的。',
  '票价由听证会定，而不是由居民定。',
  '由船员清理船舱，再由轮机长检查油箱。',
])('nothing is found in a true one: %s', (claim) => {
  for (const rule of Object.keys(agentRules)) expect(find(rule, claim)).toBeUndefined();
});

import { expect, test } from 'vitest';
import {
  contrarySigns,
  saysContrary,
} from '../../../../src/answering/verify/denials/contrary-signs.ts';
import { verifyClaim } from '../../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';
import { read } from '../judge-of.ts';

const pier = makeArticle({
  id: 'pier',
  title: '渡口的灯',
  organisations: ['江口镇渡口社区'],
  body: [
    '渡口社区在码头装了40盏路灯，电费由镇财政承担，居民免费用。',
    '摆渡船每天早上六点开，票价没有上涨，夜里十点停航。',
    '船老大柏万顺说，装灯以后再没有人落水。',
  ].join('\n'),
});

function judge(text: string) {
  const [passage] = splitArticle(pier);
  if (passage === undefined) throw new Error('no passage');
  const quotes = pier.body.split('\n').map((quote) => ({ article: pier, passage, quote }));
  return verifyClaim({ text, quotes })?.fault;
}

test.each([
  '码头的路灯居民不用交费，电费镇财政出。',
  '船票还是原来的价，没有涨。',
  '柏万顺说，有了灯，没人再掉进水里。',
])('what is said in contrary words of the same meaning passes: %s', (text) => {
  expect(judge(text)).toBeUndefined();
});

test.each(['居民用路灯要收费。', '摆渡船的票价上涨了。', '装灯以后仍有人落水。'])(
  'the contrary of what the source says is stopped: %s',
  (text) => {
    expect(judge(text)).toBe('negation');
  },
);

test('a denied word says the same as its contrary, not the contrary', () => {
  expect(saysContrary('灯没关', '看到灯还亮着')).toBe(false);
  expect(saysContrary('关灯', '看到灯还亮着')).toBe(true);
});

test('a longer word is taken before the contrary in it', () => {
  expect(saysContrary('反对', '他不同意')).toBe(false);
  expect(saysContrary('反对', '他同意')).toBe(true);
});

test('the longest is not the contrary of the slowest, nor 不肯 of 不愿', () => {
  const body = '最长的一趟走了两小时。“不是大家不愿意来，是没有船。”冯水根说。';
  const told = (text: string) => {
    const [claim, evidence] = read(text, body);
    return contrarySigns(claim, evidence);
  };
  expect(told('最慢的一趟走了两小时。')).toEqual([]);
  expect(told('最短的一趟走了两小时。')).not.toEqual([]);
  expect(told('冯水根说,大家不是不肯来。')).toEqual([]);
});

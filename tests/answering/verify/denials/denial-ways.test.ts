import { expect, test } from 'vitest';
import { writeAlike } from '../../../../src/answering/verify/write-alike.ts';
import { judgeOf } from '../judge-of.ts';

test.each(['解决', '处理', '办理', '答复'])(
  'what cannot be done (%s) is denied in either wording',
  (deed) => {
    for (const when of ['', '当场', '立即'])
      expect(writeAlike(`${when}${deed}不了的问题`)).toBe(`不能${when}${deed}的问题`);
  },
);

test.each(['资历', '职务', '身份', '学历'])(
  'what is not regarded (%s) is denied in every wording',
  (thing) => {
    for (const verb of ['论', '问', '看'])
      expect(writeAlike(`不${verb}${thing}`)).toBe(`不看${thing}`);
  },
);

test.each(['老师', '场地', '资金', '人手'])('what is wanting (%s) is not there', (thing) => {
  for (const verb of ['缺', '缺少', '缺乏'])
    expect(writeAlike(`过去${verb}${thing}`)).toBe(`过去没有${thing}`);
  expect(writeAlike(`不缺${thing}`)).toBe(`不缺${thing}`);
});

const pairs = [
  ['谷海棠说，这一关最管用，糊弄不过去。', '谷海棠认为这一关最管用，糊弄不了。', undefined],
  [
    '柏子安带队攻关，两次都没有成功，第三次才过了关。',
    '柏子安带队攻关，两次失败，第三次才过关。',
    undefined,
  ],
  [
    '县卫健局局长卓凡表示，原有的流动出诊不取消。',
    '卓凡说，原有的流动出诊会保留。',
    '卓凡说，原有的流动出诊将取消。',
  ],
  ['门诊不收挂号费和出诊费。', '门诊免收挂号费和出诊费。', '门诊收取挂号费和出诊费。'],
  [
    '医生主动排了班，没有让一名怀孕的同事值夜班。',
    '医生主动排班，怀孕的同事没有值夜班。',
    '医生主动排班，让一名怀孕的同事也值夜班。',
  ],
] as const;

test.each(pairs)('of 「%s」 one may say in other words what it denies', (body, claim) => {
  expect(judgeOf(claim, body)).toBeUndefined();
});

test.each(pairs.flatMap(([body, , wrong]) => (wrong === undefined ? [] : [[body, wrong]])))(
  'of 「%s」 one may not say the contrary: %s',
  (body = '', wrong = '') => {
    expect(judgeOf(wrong, body)).toBe('negation');
  },
);

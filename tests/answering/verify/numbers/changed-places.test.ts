import { describe, expect, test } from 'vitest';
import { changedPlaces } from '../../../../src/answering/verify/numbers/changed-places.ts';

describe.each([
  ['水库清出网箱36只,渔船14只。', '清出网箱14只,渔船36只。', '清出14只渔船,还有36只网箱。'],
  ['夜校开了7门课,办起12个社团。', '办起社团7个,夜校开了12门课。', '办起社团12个,夜校的课有7门。'],
  [
    '三条支渠里,两条已经通水,一条还在清淤。',
    '三条支渠里,一条已经通水,两条还在清淤。',
    '一条支渠还在清淤,两条已经通水。',
  ],
  ['投诉占四成,求助占25%。', '求助占四成,投诉占25%。', '求助占25%,投诉占40%。'],
  ['东岸先灌4天,西岸再灌3天。', '东岸先灌3天,西岸再灌4天。', '西岸灌3天,东岸灌4天。'],
  [
    '缺勤的第二次在码头公布,第三次提请船队处理。',
    '缺勤的第三次在码头公布,第二次提请船队处理。',
    '缺勤的第三次提请船队处理,第二次在码头公布。',
  ],
])('of two figures of 「%s」', (source, swapped, turned) => {
  test('those that have changed places are found', () => {
    expect(changedPlaces(swapped, source)).toBeDefined();
  });

  test('those told in another order are not', () => {
    expect(changedPlaces(turned, source)).toBeUndefined();
  });
});

test('two figures of one rise may be told from the later to the earlier', () => {
  expect(
    changedPlaces('渗漏点如今有3处,从前是21处。', '渠道渗漏点由21处降到3处。'),
  ).toBeUndefined();
});

import { expect, test } from 'vitest';
import { judgeOf } from '../judge-of.ts';

const source = '车间实行三班倒，39名党员里有24人常年上夜班，分成6个组，每组包两到三个乡镇。';

function faultOf(claim: string): string | undefined {
  return judgeOf(claim, source);
}

test.each(['人', '名党员', '位党员'])('24%s of 39 party members work at night', (counted) => {
  expect(faultOf(`车间里24${counted}常年上夜班。`)).toBeUndefined();
});

test('all of them do not', () => {
  expect(faultOf('车间里39人常年上夜班。')).toBe('number');
});

test('three townships make no three groups', () => {
  expect(faultOf('车间的党员分成了6个组。')).toBeUndefined();
  expect(faultOf('车间的党员分成了3个组。')).toBe('number');
});

test('what fills up a measure is not what each thing brings', () => {
  const body = '骑手上报一条有效问题积10分，满100分可换一次电动车保养。';
  expect(judgeOf('骑手积满100分可换一次电动车保养。', body)).toBeUndefined();
  expect(judgeOf('骑手积满10分可换一次电动车保养。', body)).toBe('number');
});

test('a part that is told apart counts what its whole does', () => {
  const body = '窑场15座旧窑已修好11座，其余4座因为缺砖没有开工。';
  expect(judgeOf('还有4座旧窑因缺砖没有开工。', body)).toBeUndefined();
  const inside = '渔村52名船工中，有17人担心禁渔后没有收入，不愿上岸。';
  expect(judgeOf('渔村有17名船工担心禁渔后没有收入。', inside)).toBeUndefined();
});

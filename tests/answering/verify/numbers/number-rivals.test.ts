import { expect, test } from 'vitest';
import { judgeOf, rulesAgainst } from '../judge-of.ts';

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
  expect(rulesAgainst('车间的党员分成了3个组。', source)).toContain('counts-another');
  expect(rulesAgainst('车间的党员分成了6个组。', source)).not.toContain('counts-another');
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

test.each([
  ['夜话收集意见213条，办结198条。', '夜话办结意见198条。'],
  ['停车费由每月380元下调为320元。', '停车费从380元降到每月320元。'],
])('what stands right beside a figure is told of it: %s', (told, claim) => {
  expect(rulesAgainst(claim, told)).not.toContain('counts-another');
});

test.each([
  ['每人联系不超过10户老人。', '一名党员联系的老人不超过10户。'],
  ['渡口的排名进入前十。', '渡口进了前十名。'],
  ['渡口由第15位升至第6位。', '渡口由第15升到第6。'],
  ['扫一次码不到10秒。', '扫码不到十秒钟。'],
  ['退款分两笔付清。', '退款分两次付清。'],
  ['排队用了2小时20分。', '排队花了两个多小时。'],
])('a number may be told in another measure: %s', (told, claim) => {
  expect(rulesAgainst(claim, told)).not.toContain('untold');
});

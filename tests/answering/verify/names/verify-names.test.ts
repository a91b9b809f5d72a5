import { expect, test } from 'vitest';
import { judgeOf } from '../judge-of.ts';
import { judgeOfPipes } from '../water-pipes.ts';

test.each([
  ['社区党委书记冷月华说，不是大伙舍不得花钱，而是没人牵头。', '葛明澜'],
  ['志愿者沈大庆义务看守工地。', '邓卫国'],
  ['志愿者邓卫军义务看守工地。', '邓卫国'],
  ['义务看守工地的人名叫祁连春。', '邓卫国'],
  ['管道工尚春生笑着说，不是大伙舍不得花钱。', '葛明澜'],
  ['退休电工裘家安反对过换管。', '裴家安'],
])('a name that stands nowhere in the article is caught: %s', (claim, sentence) => {
  expect(judgeOfPipes(claim, sentence)).toMatch(/^(?:name|place|attribution)$/u);
});

test('one who speaks may be described and not named', () => {
  const claim = '区审计局的一位负责人称赞说，这里做得最好的地方在于账目透明。';
  expect(judgeOfPipes(claim, '夏侯静')).toBeUndefined();
});

test('a verb or a preposition before a title names nobody', () => {
  const body = '每辆车固定一名党员任车长。车长夏侯青说,天很冷。';
  expect(judgeOf('每辆车都固定由一名党员当车长。', body)).not.toBe('name');
  expect(judgeOf('据车长夏侯青说，天很冷。', body)).not.toBe('name');
});

test.each([
  ['代办队队员文海上门办好了。', '代办队队员文涛上门办的。', '代办队队员文涛上门办好了。'],
  ['检修班去年搬到了鹿角坪。', '检修班去年把泵站搬到了鹿角岭下。', '检修班去年把泵站搬到鹿角岭。'],
])('another of the kind in the place of one does not pass: %s', (wrong, body, right) => {
  expect(judgeOf(wrong, body)).toBeDefined();
  expect(judgeOf(right, body)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

test('what is told of some is not told of all', () => {
  const told = '首批公布12道难题，被认领9道，到三月底解决了7道。';
  expect(rulesAgainst('首批难题中有9道被认领，到三月底这9道全部解决。', told)).toContain(
    'untold-all',
  );
  expect(rulesAgainst('首批难题中有9道被认领，到三月底解决了7道。', told)).not.toContain(
    'untold-all',
  );
});

test('what a part of them did, not all did', () => {
  const told = '暴雨夜，全乡11个村有9个进水。';
  for (const claim of ['暴雨夜，11个村全部进水。', '暴雨夜，全乡9个村全部进水。'])
    expect(rulesAgainst(claim, told)).toContain('part-as-all');
  expect(rulesAgainst('暴雨夜，全乡有9个村进水。', told)).not.toContain('part-as-all');
});

test('all are told of where none is left', () => {
  const told = '16户商户一家不落，到六月底签了约。';
  expect(rulesAgainst('到六月底，16户商户全部签约。', told)).not.toContain('untold-all');
});

test('every other month is an odd or an even one', () => {
  const told = '账本逢单月5日贴在村口。';
  expect(rulesAgainst('账本逢双月5日贴在村口。', told)).toContain('other-parity');
  expect(rulesAgainst('账本单月的5日贴在村口。', told)).not.toContain('other-parity');
});

test('an hour that is told does not tell the day of the week', () => {
  const told = '党课每周三12时40分开讲。';
  expect(rulesAgainst('党课安排在每周五12时40分开讲。', told)).toContain('untold-time');
  expect(rulesAgainst('党课安排在每周三中午12时40分开讲。', told)).not.toContain('untold-time');
});

test('周五回家 tells of a day and not of five times', () => {
  const told = '学生周五回不了家，家长月底来接。';
  expect(rulesAgainst('学生周五回不了家，要到月底家长才来接。', told)).not.toContain('untold');
});

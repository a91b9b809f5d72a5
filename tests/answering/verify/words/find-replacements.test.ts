import { expect, test } from 'vitest';
import { findReplacements } from '../../../../src/answering/verify/words/find-replacements.ts';

const found = (claim: string, source: string) =>
  findReplacements(claim, source).map(({ said, told }) => `${said} / ${told}`);

test.each([
  ['铸造车间主任起初担心', '总装车间主任起初担心,后来去了', '铸造 / 总装'],
  ['木耳和天麻的产值达到', '转向林下种植,木耳和灵芝的产值达到五百万', '天麻 / 灵芝'],
  ['队长由转业军人巴根担任', '编成护路队,队长由转业军人孟克担任', '巴根 / 孟克'],
  ['墙上还装着对讲机', '墙上还装着卫星电话,一共六部', '对讲机 / 卫星电话'],
])('what stands in place of other words is found: %s', (claim, source, expected) => {
  expect(found(claim, source)).toContain(expected);
});

test('words of the source in another order replace nothing', () => {
  expect(found('六部电话装在墙上', '墙上装着六部电话')).toEqual([]);
});

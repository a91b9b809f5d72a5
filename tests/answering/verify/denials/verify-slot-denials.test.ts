import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

const body = '船队没有给各渡口下达客流指标。船员老聂落水后没回去歇一天，并换上新缆绳。';

test('what one clause denies is not told in the same clause without the denial', () => {
  expect(rulesAgainst('船队给各渡口下达了客流指标。', body)).toContain('slot-affirmed');
  expect(rulesAgainst('船队不给各渡口下客流指标。', body)).not.toContain('slot-affirmed');
});

test('what one clause tells is not denied in the same clause', () => {
  const told = '船队请来退休船长，并改用钢丝缆绳。';
  expect(rulesAgainst('船队没有改用钢丝缆绳。', told)).toContain('slot-denied');
  expect(rulesAgainst('船队改用了钢丝缆绳。', told)).not.toContain('slot-denied');
});

test('what is denied of a part or of another time is something else', () => {
  const told = '渡口征集意见340条，采纳215条，没采纳的也写明了理由。';
  expect(rulesAgainst('没有采纳的意见也写明了理由。', told)).not.toContain('slot-denied');
  const year = '今年上半年渡口没有发生碰撞事故，去年上半年有5起。';
  expect(rulesAgainst('去年上半年渡口发生碰撞事故5起。', year)).not.toContain('slot-affirmed');
});

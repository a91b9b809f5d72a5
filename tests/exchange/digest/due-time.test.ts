import { expect, test } from 'vitest';
import { dayIn, nextDue, sendWindow, weekOf } from '../../../src/exchange/digest/due-time.ts';

const at = (text: string) => Date.parse(text);
const eight = { minute: 480, rhythm: 'daily', zone: 'Asia/Shanghai' } as const;

test.each([
  ['before the time', '2026-03-02T07:59:00+08:00', '2026-03-02T08:00:00+08:00'],
  ['at the time', '2026-03-02T08:00:00+08:00', '2026-03-03T08:00:00+08:00'],
  ['days later', '2026-03-06T12:00:00+08:00', '2026-03-07T08:00:00+08:00'],
])('a daily digest is due at its hour: %s', (_, now, due) => {
  expect(nextDue(eight, at(now))).toBe(at(due));
});

test('a working day follows a Friday only after the weekend, a week begins on Monday', () => {
  const friday = at('2026-03-06T12:00:00+08:00');
  const monday = at('2026-03-09T08:00:00+08:00');
  expect(nextDue({ ...eight, rhythm: 'workdays' }, friday)).toBe(monday);
  expect(nextDue({ ...eight, rhythm: 'weekly' }, friday)).toBe(monday);
  expect(nextDue({ ...eight, rhythm: 'weekly' }, monday)).toBe(monday + 7 * 24 * 3600 * 1000);
});

test('the hour is the one of the zone, also over a change of the clocks', () => {
  const zone = 'Europe/Berlin';
  expect(nextDue({ ...eight, zone }, at('2026-03-28T09:00:00+01:00'))).toBe(
    at('2026-03-29T08:00:00+02:00'),
  );
});

test.each([
  [
    'by day, now',
    '2026-03-02T12:00:00+08:00',
    '2026-03-02T12:00:00+08:00',
    '2026-03-02T22:00:00+08:00',
  ],
  [
    'late, in the morning',
    '2026-03-02T23:00:00+08:00',
    '2026-03-03T07:00:00+08:00',
    '2026-03-03T22:00:00+08:00',
  ],
  [
    'early, in the morning',
    '2026-03-03T05:00:00+08:00',
    '2026-03-03T07:00:00+08:00',
    '2026-03-03T22:00:00+08:00',
  ],
])('nothing is sent at night: %s', (...[, now, from, until]) => {
  expect(sendWindow('Asia/Shanghai', at(now))).toEqual({ from: at(from), until: at(until) });
});

test('a day and its week are those of the zone', () => {
  expect(dayIn('Asia/Shanghai', at('2026-03-01T17:00:00Z'))).toBe('2026-03-02');
  expect(dayIn('Asia/Urumqi', at('2026-03-01T17:00:00Z'))).toBe('2026-03-01');
  expect(weekOf('2026-03-08')).toBe('2026-03-02');
});

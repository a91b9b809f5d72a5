import { expect, test } from 'vitest';
import { readNumbers } from '../../../../src/answering/verify/numbers/number-context.ts';
import {
  isListed,
  isYearAfter,
  isYearBefore,
} from '../../../../src/answering/verify/numbers/told-in-lists.ts';

const digits = [...'一二三四五六'];

function isListedIn(said: string, source: string): boolean {
  return readNumbers(said).some((one) => isListed(one, source));
}

test('as many days as weekdays are listed, and no other number, are told', () => {
  for (let count = 2; count <= digits.length; count += 1) {
    const source = `每${digits
      .slice(0, count)
      .map((day) => `周${day}`)
      .join('、')}傍晚开门。`;
    for (let said = 2; said <= 7; said += 1)
      expect(isListedIn(`每周开${said}天。`, source)).toBe(said === count);
  }
});

test.each(['回', '次', '趟'])('「两%s」 is told by two ordinals side by side', (measure) => {
  expect(isListedIn(`一个月上两${measure}。`, '每月第二个和第四个周四上课。')).toBe(true);
  expect(isListedIn(`一个月上三${measure}。`, '每月第二个和第四个周四上课。')).toBe(false);
});

test('how often something happens on listed weekdays is worked out, not told', () => {
  expect(isListedIn('一周两次。', '每周二、周五开场。')).toBe(false);
});

function yearIsTold(claim: string, source: string): boolean {
  const said = readNumbers(claim);
  return said.some((one) => isYearAfter(one, said, source));
}

test.each([2019, 2020, 2021])('「第二年」 behind %i is the year after it', (year) => {
  expect(yearIsTold(`${year}年没有收入，第二年成立了合作社。`, `${year + 1}年11月成立。`)).toBe(
    true,
  );
  expect(yearIsTold(`${year}年没有收入，第二年成立了合作社。`, `${year + 2}年11月成立。`)).toBe(
    false,
  );
  expect(yearIsTold(`${year + 1}年11月成立。`, `${year}年没有收入，次年11月成立。`)).toBe(true);
  expect(yearIsTold(`${year + 1}年10月成立。`, `${year}年没有收入，次年11月成立。`)).toBe(false);
});

test.each(['上年', '上一年', '前一年'])('「%s」 of a year is the year before it', (word) => {
  const source = `2021年全年，苗圃出苗40万株，比${word}多3万株。`;
  const [, before] = readNumbers('2021年出苗比2020年多。');
  const [, other] = readNumbers('2021年出苗比2019年多。');
  expect(before && isYearBefore(before, source)).toBe(true);
  expect(other && isYearBefore(other, source)).toBe(false);
});

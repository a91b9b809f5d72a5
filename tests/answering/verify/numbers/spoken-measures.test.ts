import { expect, test } from 'vitest';
import { isSameNumeral } from '../../../../src/answering/verify/numbers/same-numeral.ts';
import { writeAlike } from '../../../../src/answering/verify/write-alike.ts';
import { foldText } from '../../../../src/corpus/fold-text.ts';
import { findNumerals } from '../../../../src/corpus/numerals/numerals.ts';

const digits = '零一二三四五六七八九';

/** A whole number below a hundred million in Chinese. */
function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${inChinese(Math.floor(value / 10_000))}万${gap}${rest === 0 ? '' : inChinese(rest)}`;
  }
  const written = [...String(value)]
    .map((digit, at, all) => digits.charAt(Number(digit)) + (digit === '0' ? '' : unitAt(all, at)))
    .join('')
    .replace(/零+/gu, '零')
    .replace(/(.)零$/u, '$1');
  return value >= 10 && value < 20 ? written.slice(1) : written;
}

function unitAt(all: readonly string[], at: number): string {
  return ['', '十', '百', '千'][all.length - at - 1] ?? '';
}

function firstOf(text: string) {
  return findNumerals(writeAlike(foldText(text)))[0];
}

function areSame(said: string, told: string): boolean {
  const [one, other] = [firstOf(said), firstOf(told)];
  return one !== undefined && other !== undefined && isSameNumeral(one, other);
}

/** Numbers spread over a range by a fixed step that shares no factor with it. */
function spread(most: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => ((at * 7919 + 13) % most) + 2);
}

test.each([
  ['个', 9000],
  ['元', 900_000],
  ['名', 90_000_000],
] as const)('a number of %s is one in digits, with commas, in Chinese and in 万', (unit, most) => {
  for (const value of spread(most, 120)) {
    const plain = `共有${value}${unit}`;
    const ways = [`${inChinese(value)}${unit}`, `${value.toLocaleString('en')}${unit}`];
    if (value >= 10_000) ways.push(`${value / 10_000}万${unit}`);
    for (const way of ways) {
      expect([way, areSame(`共有${way}`, plain)]).toEqual([way, true]);
      expect([way, areSame(`共有${way}`, `共有${value + 1}${unit}`)]).toEqual([way, false]);
    }
  }
});

test('an amount of money is one in 元, 块, 毛 and 角', () => {
  for (const value of spread(60, 40))
    for (const tenth of [1, 2, 5, 8]) {
      const plain = `每斤${value}.${tenth}元`;
      const [whole, part] = [inChinese(value), digits.charAt(tenth)];
      for (const way of [`${whole}块${part}`, `${whole}元${part}角`, `${value}块${tenth}毛`]) {
        expect([way, areSame(`每斤${way}`, plain)]).toEqual([way, true]);
        expect([way, areSame(`每斤${way}`, `每斤${value}.${tenth + 1}元`)]).toEqual([way, false]);
      }
    }
});

test('a span of time is one in years and months, hours and minutes', () => {
  for (const years of [1, 2, 3, 5])
    for (const months of [1, 2, 7, 11]) {
      const plain = `历时${years * 12 + months}个月`;
      const way = `${inChinese(years)}年零${months === 2 ? '两' : inChinese(months)}个月`;
      expect([way, areSame(`历时${way}`, plain)]).toEqual([way, true]);
    }
  for (const hours of [1, 2, 3])
    for (const minutes of [5, 20, 45]) {
      const way = `${inChinese(hours)}小时${inChinese(minutes)}分钟`;
      const plain = `历时${hours * 60 + minutes}分钟`;
      expect([way, areSame(`历时${way}`, plain)]).toEqual([way, true]);
    }
});

test('an hour of the day is one in words, digits and by the clock', () => {
  const parts = [
    ['清晨', 5],
    ['早上', 7],
    ['上午', 10],
    ['下午', 3],
    ['傍晚', 6],
    ['晚上', 9],
    ['夜里', 11],
  ] as const;
  for (const [part, hour] of parts) {
    const late = /下午|傍晚|晚上|夜里/u.test(part) ? hour + 12 : hour;
    const ways = [`${part}${inChinese(hour)}点`, `${part}${hour}点`, `${late}:00`];
    for (const one of ways)
      for (const other of ways)
        expect([one, other, areSame(one, other)]).toEqual([one, other, true]);
  }
  expect(areSame('半夜十二点关门', '夜里12点关门')).toBe(true);
  expect(areSame('夜里十二点', '24:00')).toBe(true);
});

test('a share is one in percent, tenths and fractions', () => {
  for (let tenths = 1; tenths < 10; tenths += 1) {
    const ways = [
      `占${tenths * 10}%`,
      `占${digits.charAt(tenths)}成`,
      `占百分之${inChinese(tenths * 10)}`,
      `占十分之${digits.charAt(tenths)}`,
    ];
    for (const one of ways)
      for (const other of ways)
        expect([one, other, areSame(one, other)]).toEqual([one, other, true]);
  }
  expect(areSame('占2/5', '占四成')).toBe(true);
});

test.each(['两块三个人分', '一分钱没收', '2023年三个月', '四点建议'])(
  'what is no such amount stays as it is: %s',
  (text) => {
    expect(writeAlike(text)).toBe(text);
  },
);

test.each([...'一二三四五六七八九十', '12', '23'])('「%s楼」 is the storey 「%s层」', (storey) => {
  expect(writeAlike(`住在${storey}楼`)).toBe(`住在${storey}层`);
  expect(writeAlike(`${storey}号楼`)).toBe(`${storey}号楼`);
  expect(writeAlike(`${storey}楼栋长`)).toBe(`${storey}楼栋长`);
});

test.each(['楼', '线', '门', '井', '单元'])('「7号、9号和15号%s」 are no days', (noun) => {
  expect(writeAlike(`装在7号、9号和15号${noun}。`)).toBe(`装在7号、9号和15号${noun}。`);
  expect(writeAlike('定在7号、定在9号。')).toBe('定在7日、定在9日。');
});

test.each([
  ['日均', '每天平均'],
  ['月均', '每月平均'],
  ['年均', '每年平均'],
])('「%s400件」 is 「%s400件」', (short, long) => {
  expect(writeAlike(`${short}400件`)).toBe(`${long}400件`);
});

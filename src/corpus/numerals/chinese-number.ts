const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const units: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};

/** The characters a Chinese number is written with. */
export const numberCharacters = [...Object.keys(digits), ...Object.keys(units)].join('');

/** What a multiplier such as 万, 千万 or 万亿 multiplies by; 1 for the empty one. */
export function multiplierOf(written: string): number {
  return [...written].reduce((product, unit) => product * (units[unit] ?? 1), 1);
}

/**
 * The values of a run of number characters: one for 一万二千 or 二〇二三, two for 两三 or 七八十, none
 * when it is no number (万一, 千百). 百, 千 and 万 without a digit before them count as one of them.
 */
export function readChineseNumber(written: string): readonly number[] {
  const pair = /^(.*?)([二三四五六七八九两])([三四五六七八九])([十百千万亿]*)$/.exec(written);
  if (pair !== null) {
    const [, head = '', low = '', high = '', tail = ''] = pair;
    if (isNeighbour(low, high) && (head === '' || head.endsWith('十'))) {
      return [head + low + tail, head + high + tail].flatMap((one) => readChineseNumber(one));
    }
  }
  const value = /[十百千万亿]/.test(written) ? readWithUnits(written) : readDigits(written);
  return value === null ? [] : [value];
}

/** 七八 and 三五 are a manner of speaking of about so many; 五一 is a holiday. */
function isNeighbour(low: string, high: string): boolean {
  const difference = (digits[high] ?? 0) - (digits[low] ?? 0);
  return difference === 1 || (low === '三' && high === '五');
}

/** Digit by digit: 二〇二三. Two digits side by side are no number, nor are three like 九一八. */
function readDigits(written: string): number | null {
  if (written.length > 1 && !/[〇零]/.test(written) && written.length !== 4) return null;
  const value = [...written].reduce((sum, digit) => sum * 10 + (digits[digit] ?? 0), 0);
  return written === '零' || value > 0 ? value : null;
}

interface Reading {
  /** What 亿 and 万 have closed. */
  readonly total: number;
  /** What lies below the next 万 or 亿. */
  readonly section: number;
  readonly digit: number | null;
  /** The last unit read; the next in the same section must be smaller. */
  readonly unit: number;
  readonly afterZero: boolean;
}

function readWithUnits(written: string): number | null {
  let reading: Reading = {
    total: 0,
    section: 0,
    digit: null,
    unit: Number.POSITIVE_INFINITY,
    afterZero: false,
  };
  for (const [index, character] of [...written].entries()) {
    const next = readCharacter(reading, character, index === 0);
    if (next === null) return null;
    reading = next;
  }
  const { total, section, digit, unit, afterZero } = reading;
  if (digit === null) return total + section;
  // 一万二 is 12,000, 十二 is 12, 一百零二 is 102.
  const step = afterZero || unit <= 10 || !Number.isFinite(unit) ? 1 : unit / 10;
  return total + section + digit * step;
}

function readCharacter(reading: Reading, character: string, isFirst: boolean): Reading | null {
  const digit = digits[character];
  if (digit === 0) return { ...reading, afterZero: true };
  if (digit !== undefined) return reading.digit === null ? { ...reading, digit } : null;
  const unit = units[character] ?? 1;
  return unit >= 10_000 ? closeSection(reading, unit, isFirst) : addUnit(reading, unit, isFirst);
}

function addUnit(reading: Reading, unit: number, isFirst: boolean): Reading | null {
  const digit = reading.digit ?? (isFirst || unit === 10 ? 1 : null);
  if (digit === null || unit >= reading.unit) return null;
  return {
    ...reading,
    section: reading.section + digit * unit,
    digit: null,
    unit,
    afterZero: false,
  };
}

function closeSection(reading: Reading, unit: number, isFirst: boolean): Reading | null {
  const count = reading.section + (reading.digit ?? 0) || (isFirst ? 1 : 0);
  const before = reading.total;
  if (count === 0 && before === 0) return null;
  const total = unit > before && before > 0 ? (before + count) * unit : before + count * unit;
  return { total, section: 0, digit: null, unit, afterZero: false };
}

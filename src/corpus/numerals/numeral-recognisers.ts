import { multiplierOf, numberCharacters, readChineseNumber } from './chinese-number.ts';
import { recogniseDate, recogniseTime } from './date-recognisers.ts';
import { measureWords } from './measure-words.ts';
import { numberIdiom } from './number-idioms.ts';
import type { Numeral, Recognised, Recogniser } from './numeral.ts';
import { kindOfArabic, kindOfChinese } from './numeral-kinds.ts';

const arabic = '\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const chinese = `[${numberCharacters}]+`;
const multiplier = '[百千]?[万亿]+|[百千](?![克米瓦])';
const measure = measureWords.map((word) => word.replace(/[.*+?]/g, '\\$&')).join('|');
const about = `[余多]|[来几](?=万|${measure})`;

const shares = new RegExp(
  `百分之(?<hundredths>${chinese})(?:点(?<decimals>${chinese}))?|(?<parts>[二三四五六七八九十]|\\d+)分之(?<part>[一二两三四五六七八九十]|\\d+)`,
  'y',
);
const percent = new RegExp(`(?<value>${arabic})\\s?(?<sign>[%‰])`, 'y');
const tenths = /(?<tenths>[一二两三四五六七八九]|\d)成(?<half>半)?(?![立为员功果绩长效就分本])/y;
const ordinal = new RegExp(
  `第(?:(?<arabic>\\d+)|(?<chinese>${chinese}))(?:\\s?(?:${measure}))?`,
  'y',
);
const congress = /(?:十[一二三四五六七八九]|二十)大(?![类项])/y;
const vague = new RegExp(`[几数](?<value>[十百千万亿]+)[余多]?(?:\\s?(?<unit>${measure}))?`, 'y');
const plain = new RegExp(
  `(?:(?<arabic>${arabic})|(?<chinese>${chinese}))(?<about>${about})?(?<multiplier>${multiplier})?(?<more>[余多])?(?:\\s?(?<unit>${measure}))?`,
  'y',
);
const half = /(?<most>一半|半数)|半(?<unit>个月|个小时|小时|年(?!轻)|天|日(?!制))/y;
const rangeSign = /\s?[-~至到]\s?/y;
const approximateBefore = /(?:近|约|超|超过|逾|接近|上|不下|至少)\s?$/;
const approximateAfter = /^(?:左右|以上|上下|以内|以下|以外)/;

/** Tried in this order at each place where a number may begin. */
export const recognisers: readonly Recogniser[] = [
  skipIdiom,
  recogniseDate,
  recogniseTime,
  recogniseShare,
  recogniseHalf,
  recogniseOrdinal,
  recogniseVague,
  recognisePlain,
];

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function skipIdiom(text: string, start: number): Recognised | null {
  const found = matchAt(numberIdiom, text, start);
  return found === null ? null : { numerals: [], end: start + found[0].length };
}

function recogniseShare(text: string, start: number): Recognised | null {
  const found =
    matchAt(shares, text, start) ?? matchAt(percent, text, start) ?? matchAt(tenths, text, start);
  if (found === null) return null;
  const value = shareOf(found.groups ?? {});
  return value === null ? null : single(text, found, { value, kind: 'percent', unit: '%' });
}

type Groups = Readonly<Record<string, string | undefined>>;

function shareOf({ value, sign, tenths: tenth, half, ...groups }: Groups): number | null {
  if (value !== undefined) return readArabic(value) / (sign === '‰' ? 10 : 1);
  if (tenth !== undefined) return (readEither(tenth) ?? 0) * 10 + (half === undefined ? 0 : 5);
  return groups.hundredths === undefined ? fractionOf(groups) : hundredthsOf(groups);
}

function hundredthsOf({ hundredths = '', decimals = '' }: Groups): number | null {
  const whole = readEither(hundredths);
  const places = [...decimals].map((digit) => readEither(digit) ?? 0).join('');
  return whole === null ? null : Number(`${whole}.${places}0`);
}

function fractionOf({ parts = '', part = '' }: Groups): number | null {
  const whole = readEither(parts);
  const share = readEither(part);
  return whole === null || share === null || whole === 0 ? null : (share / whole) * 100;
}

function recogniseOrdinal(text: string, start: number): Recognised | null {
  const party = matchAt(congress, text, start);
  if (party !== null) {
    const value = readEither(party[0].slice(0, -1)) ?? 0;
    return single(text, party, { value, kind: 'ordinal', unit: '大' });
  }
  const found = matchAt(ordinal, text, start);
  const value =
    found === null ? null : readEither(found.groups?.arabic ?? found.groups?.chinese ?? '');
  if (found === null || value === null) return null;
  return single(text, found, { value, kind: 'ordinal', unit: null });
}

function recogniseHalf(text: string, start: number): Recognised | null {
  const found = matchAt(half, text, start);
  if (found === null) return null;
  const unit = found.groups?.unit;
  if (unit !== undefined) return single(text, found, { value: 0.5, kind: 'count', unit });
  return single(text, found, { value: 50, kind: 'percent', unit: '%' });
}

/** 几十, 数百: about so many, nobody says how many. */
function recogniseVague(text: string, start: number): Recognised | null {
  const found = matchAt(vague, text, start);
  if (found === null) return null;
  const value = multiplierOf(found.groups?.value ?? '');
  const unit = found.groups?.unit ?? null;
  return single(text, found, { value, kind: 'count', unit, approximate: true });
}

function recognisePlain(text: string, start: number): Recognised | null {
  const low = readPlain(text, start);
  if (low === null) return null;
  const sign = matchAt(rangeSign, text, low.end);
  const next = sign === null ? start : low.end + sign[0].length;
  const high = sign === null ? null : (recogniseShare(text, next) ?? readPlain(text, next));
  const [first] = high?.numerals ?? [];
  const [own] = low.numerals;
  if (high === null || first === undefined || own === undefined) return low;
  if (own.unit !== null && own.unit !== first.unit) return low;
  const kind = own.kind === 'indefinite' ? 'count' : first.kind;
  return { numerals: [{ ...own, kind, unit: first.unit }, ...high.numerals], end: high.end };
}

function readPlain(text: string, start: number): Recognised | null {
  const found = matchAt(plain, text, start);
  if (found === null) return null;
  const { groups = {} } = found;
  const end = start + found[0].length;
  const unit = groups.unit ?? null;
  const written = groups.chinese;
  const values =
    written === undefined ? [readArabic(groups.arabic ?? '')] : readChineseNumber(written);
  const approximate =
    values.length > 1 ||
    groups.about !== undefined ||
    groups.more !== undefined ||
    approximateBefore.test(text.slice(Math.max(0, start - 3), start)) ||
    approximateAfter.test(text.slice(end, end + 2));
  const kind =
    written === undefined
      ? kindOfArabic(text, { start, end, unit })
      : kindOfChinese(written, { unit, approximate });
  if (kind === null || values.length === 0) return { numerals: [], end };
  const factor = multiplierOf(groups.multiplier ?? '');
  const numerals = values.map(
    (value): Numeral => ({ value: value * factor, kind, unit, text: found[0], start, approximate }),
  );
  return { numerals, end };
}

function readEither(written: string): number | null {
  return /^\d/.test(written) ? readArabic(written) : (readChineseNumber(written)[0] ?? null);
}

function readArabic(written: string): number {
  return Number(written.replaceAll(',', ''));
}

function single(
  text: string,
  found: RegExpExecArray,
  numeral: Pick<Numeral, 'value' | 'kind' | 'unit'> & { readonly approximate?: boolean },
): Recognised {
  const start = found.index;
  const end = start + found[0].length;
  const approximate =
    approximateBefore.test(text.slice(Math.max(0, start - 3), start)) ||
    approximateAfter.test(text.slice(end, end + 2));
  return { numerals: [{ approximate, ...numeral, text: found[0], start }], end };
}

import { numberCharacters } from '../../../corpus/numerals/chinese-number.ts';
import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import type { NumberInContext } from './number-context.ts';
import { readNumber } from './spoken-measures.ts';

const listOf = (item: string) => new RegExp(`${item}(?:(?:[、,和与及]|以及)${item})+`, 'gu');
// Occasions of a month, days of a week: how often something happens on such days is worked out, not told.
const lists = [
  { item: `第[${numberCharacters}\\d]+个?`, counted: /[次回趟场堂期]$/u },
  { item: '(?:周|星期|礼拜)[一二三四五六日天]', counted: /[天日]$/u },
  // 「两家单位」 for a plant and an archive named together
  {
    item: '\\p{Script=Han}{2,12}?(?:厂|馆|医院|中学|小学|公司|银行|超市|局)',
    counted: /^[二两三四五六七八九十\d]+家$/u,
  },
  // 「两趟」 for 「每月10日、25日各跑一趟」
  { item: '\\d{1,2}[日月]', counted: /[次回遍趟班期场堂课]$/u },
  // 「每天两次」 for 「早上和晚上各一次」
  { item: '(?:早上|中午|晚上|上午|下午)', counted: /[次回遍趟]$/u },
].map(({ item, counted }) => ({ list: listOf(item), item: new RegExp(item, 'gu'), counted }));

/** 「两回」 for 「第二个和第四个周四」, 「三天」 for 「周一、周三、周五」: the source lists as many. */
export function isListed({ numeral }: NumberInContext, source: string): boolean {
  const { kind, value, text } = numeral;
  return (
    kind === 'count' &&
    lists
      .filter(({ counted }) => counted.test(text))
      .some(({ list, item }) =>
        (source.match(list) ?? []).some((listed) => listed.match(item)?.length === value),
      )
  );
}

const second = /^第[二2]年/u;
const following = /(?:第[二2]|次|翌|转)年(?:(\d{1,2})月)?/gu;

/** 「2021年……第二年11月」 for 「2022年11月」, and the other way round. */
export function isYearAfter(
  { numeral }: NumberInContext,
  said: readonly NumberInContext[],
  source: string,
): boolean {
  if (second.test(numeral.text)) {
    const year = said.map(({ numeral: one }) => yearOf(one, numeral.start)).findLast(isKnown);
    return year !== undefined && source.includes(`${year + 1}年`);
  }
  const [year, month] = [yearOf(numeral), Math.floor(numeral.value / 100) % 100];
  if (year === undefined || numeral.value % 100 > 0) return false;
  return [...source.matchAll(following)].some(
    ({ index, 1: told }) =>
      Number(/(\d{4})年(?!.*\d{4}年)/su.exec(source.slice(0, index))?.[1]) === year - 1 &&
      (month === 0 || Number(told) === month),
  );
}

/** 「比2022年」 for 「2023年……比上年」. */
export function isYearBefore({ numeral }: NumberInContext, source: string): boolean {
  const year = numeral.value % 10_000 === 0 ? yearOf(numeral) : undefined;
  return (
    year !== undefined &&
    new RegExp(`${year + 1}年[^。]*?(?:上一?年|前一年|去年同期)`, 'u').test(source)
  );
}

const others = /(?:和|与|同|带领)(?:另外|其他|其余)(\d+|[零一二两三四五六七八九十百]+)[名位个人]/gu;

/** 「洪彩妹等15名」 for 「洪彩妹和另外14名」. */
export function isWithOthers({ numeral, before }: NumberInContext, source: string): boolean {
  if (numeral.kind !== 'count' || !/等$/u.test(before)) return false;
  return [...source.matchAll(others)].some(
    ([, rest = '']) => readNumber(rest) + 1 === numeral.value,
  );
}

/** The year of a date that stands before a place of the text. */
function yearOf({ kind, value, start }: Numeral, before = Infinity): number | undefined {
  return kind === 'date' && value >= 10_000 && start < before
    ? Math.floor(value / 10_000)
    : undefined;
}

function isKnown(year: number | undefined): boolean {
  return year !== undefined;
}

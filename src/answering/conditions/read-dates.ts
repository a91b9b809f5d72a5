/** A span of days said in words; open where nothing was said. Dates as `YYYY-MM-DD`, inclusive. */
export interface SpokenDates {
  readonly dateFrom?: string;
  readonly dateTo?: string;
  /** As it is shown: 「2025年起」. */
  readonly label: string;
  /** How much of the text says it, in UTF-16 units. */
  readonly length: number;
}

interface Period {
  readonly first: Temporal.PlainDate;
  /** The day after its last one. */
  readonly after: Temporal.PlainDate;
  readonly label: string;
  readonly length: number;
}

const recent =
  /^(?:最近|近|过去|这)([一二两三四五六七八九十]|\d{1,2})(年|个月|周|个星期)(?:以来|之?内|里|来|间)?/u;
const bound = /^(?:以来|以后|之后|往后|起|后|以前|之前|前)/u;

/** Reads dates at the beginning of a folded text, relative to today; undefined when none stand there. */
export function readDates(text: string, today: Temporal.PlainDate): SpokenDates | undefined {
  const lately = recent.exec(text);
  if (lately !== null) return readRecent(lately, today);
  const period = readPeriod(text, today);
  if (period === undefined) return undefined;
  const rest = text.slice(period.length);
  const joint = /^(?:到|至|-|—|~)/u.exec(rest)?.[0];
  const until = joint === undefined ? undefined : readPeriod(rest.slice(joint.length), today);
  if (joint !== undefined && until !== undefined) {
    return {
      dateFrom: period.first.toString(),
      dateTo: until.after.subtract({ days: 1 }).toString(),
      label: `${period.label}到${until.label}`,
      length: period.length + joint.length + until.length,
    };
  }
  return boundPeriod(period, bound.exec(rest)?.[0] ?? '');
}

function boundPeriod({ first, after, label, length }: Period, word: string): SpokenDates {
  const said = length + word.length;
  if (word === '') {
    const dateTo = after.subtract({ days: 1 }).toString();
    return { dateFrom: first.toString(), dateTo, label, length: said };
  }
  if (word.endsWith('前')) {
    const dateTo = first.subtract({ days: 1 }).toString();
    return { dateTo, label: `${label}以前`, length: said };
  }
  // 「去年以后」 means from last year on; the label says so, and the condition can be taken away.
  return { dateFrom: first.toString(), label: `${label}起`, length: said };
}

function readRecent(
  [said, count = '', unit = '']: RegExpExecArray,
  today: Temporal.PlainDate,
): SpokenDates {
  const number = readNumber(count);
  const duration = unit === '年' ? { years: number } : shortSpan(unit, number);
  const dateFrom = today.subtract(duration);
  return { dateFrom: dateFrom.toString(), label: `${dateFrom.toString()}起`, length: said.length };
}

function shortSpan(unit: string, number: number) {
  return unit === '个月' ? { months: number } : { weeks: number };
}

const years: Readonly<Record<string, number>> = { 大前年: -3, 前年: -2, 去年: -1, 今年: 0 };
const months: Readonly<Record<string, number>> = {
  上上个月: -2,
  上个月: -1,
  上月: -1,
  这个月: 0,
  本月: 0,
};
const printed = /^((?:19|20)\d{2})年(?:(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?)?/u;
const monthAfterYear = /^(?:的)?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?/u;

function readPeriod(text: string, today: Temporal.PlainDate): Period | undefined {
  const date = printed.exec(text);
  if (date !== null) {
    const [said, year = '', month] = date;
    return periodOf({ year: Number(year), month, length: said.length });
  }
  const byMonth = Object.keys(months).find((word) => text.startsWith(word));
  if (byMonth !== undefined) {
    const first = today.add({ months: months[byMonth] ?? 0 });
    return periodOf({ year: first.year, month: String(first.month), length: byMonth.length });
  }
  const byYear = Object.keys(years).find((word) => text.startsWith(word));
  if (byYear === undefined) return undefined;
  const month = monthAfterYear.exec(text.slice(byYear.length));
  const length = byYear.length + (month?.[0].length ?? 0);
  return periodOf({ year: today.year + (years[byYear] ?? 0), month: month?.[1], length });
}

interface Named {
  readonly year: number;
  readonly month: string | undefined;
  readonly length: number;
}

function periodOf({ year, month, length }: Named): Period {
  if (month === undefined) {
    const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    return { first, after: first.add({ years: 1 }), label: `${year}年`, length };
  }
  const first = Temporal.PlainDate.from({ year, month: readNumber(month), day: 1 });
  return { first, after: first.add({ months: 1 }), label: `${year}年${first.month}月`, length };
}

const digits = '零一二三四五六七八九十';

function readNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '两') return 2;
  if (text.length === 2) return 10 + digits.indexOf(text.slice(1));
  return digits.indexOf(text);
}

import type { KeyFigure } from '../article.ts';
import { cutWords } from '../cut-words.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { findNumerals } from '../numerals/numerals.ts';

const atMost = 12;
/** Spans of time and ages tell when, not how much. */
const span = /遍|趟|年|月|日|天|小时|分钟|秒|周|星期|季度|世纪|岁|时|届|代|大|级|步|面|点|度$|次$/u;
const nounAfter = /^的?([\p{Script=Han}“”]{2,10}?)(?=[，。；、,;）)…\d]|的|和|与|等|，|$)/u;
const nounBefore = /([\p{Script=Han}“”]{2,14})\s*$/u;

/** The figures an article is cited for: how many, of what, as printed. */
export function findKeyFigures(body: string): readonly KeyFigure[] {
  const figures: KeyFigure[] = [];
  // A long article has its figures in its first paragraphs.
  for (const paragraph of body.split('\n')) {
    for (const numeral of joinRanges(paragraph, findNumerals(paragraph))) {
      const figure = readFigure(paragraph, numeral);
      if (figure === null || figures.some((known) => isSame(known, figure))) continue;
      figures.push(figure);
      if (figures.length === atMost) return figures;
    }
  }
  return figures;
}

/** 300-500户 is one figure. */
function joinRanges(body: string, numerals: readonly Numeral[]): readonly Numeral[] {
  const joined: Numeral[] = [];
  for (const numeral of numerals) {
    const last = joined.at(-1);
    const between =
      last === undefined ? '' : body.slice(last.start + last.text.length, numeral.start);
    if (last !== undefined && last.unit === numeral.unit && /^[-~至到—－]+$/u.test(between)) {
      joined.splice(-1, 1, {
        ...numeral,
        text: last.text + between + numeral.text,
        start: last.start,
      });
    } else joined.push(numeral);
  }
  return joined;
}

function isSame(first: KeyFigure, second: KeyFigure): boolean {
  return (
    first.value === second.value && first.unit === second.unit && first.counts === second.counts
  );
}

function readFigure(body: string, { kind, unit, text, start }: Numeral): KeyFigure | null {
  const isFigure = kind === 'percent' || (kind === 'count' && unit !== null && !span.test(unit));
  if (!isFigure || unit === null) return null;
  const value = text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
  const end = start + text.length;
  const counts =
    nounIn(body.slice(end, end + 14)) ?? lastNoun(body.slice(Math.max(0, start - 14), start));
  return value === '' || counts === null
    ? null
    : { value, unit: text.endsWith(unit) ? unit : '', counts };
}

/** What follows up to the next stop when it is short, else its first word: 党支部 in 党支部陆续在包联… */
function nounIn(after: string): string | null {
  const run = nounAfter.exec(after)?.[1] ?? null;
  if (run === null || startsVerb.test(run)) return null;
  if (run.length <= longestNoun) return run;
  const words = [...cutWords(run)].map(({ segment }) => segment);
  const [first = '', second = ''] = words;
  return first.length > 1 ? first : first + second;
}

const longestNoun = 6;

const startsVerb =
  /^(?:以上|以下|以内|左右|组成|参加|来自|用于|提升|增长|下降|由|为|在|是|被|已|全部|同比)/u;
const weak =
  /^(?:共|共有|有|近|约|达|达到|为|超|超过|余|建立|划分|选派|新增|完成|开展|举办|发放|设立|建成|打造|创建|覆盖|已|了|等|每|其中|累计|增加|规划|安装)$/u;

/** The last word before the number that is no verb or adverb: 停车位 in 合理规划停车位68个. */
function lastNoun(before: string): string | null {
  const run = nounBefore.exec(before)?.[1];
  if (run === undefined) return null;
  const words = [...cutWords(run)].map(({ segment }) => segment);
  const last = words.findLastIndex((word) => !weak.test(word));
  const noun = words[last] ?? '';
  const whole = (noun.length > 1 ? noun : `${words[last - 1] ?? ''}${noun}`).replace(/[“”]/g, '');
  return whole.length < 2 ? null : whole;
}

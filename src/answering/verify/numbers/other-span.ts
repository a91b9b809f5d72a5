import { findNumerals } from '../../../corpus/numerals/numerals.ts';

const units: Readonly<Record<string, string>> = {
  分钟: '分钟',
  小时: '小时',
  钟头: '小时',
  天: '天',
  日: '天',
  晚: '天',
  周: '周',
  星期: '周',
  礼拜: '周',
  月: '月',
  季度: '季度',
  学期: '学期',
  年: '年',
};
const name = Object.keys(units).join('|');
const span = new RegExp(
  `(每|(?<![\\d.十第头有同月])[一1]整?|那一?)个?(${name})(?![级岁]|(?<=周)年)`,
  'gu',
);
// The source may have more than one.
const spans = new RegExp(
  `(?<![\\d.月第])([\\d二两三四五六七八九十几]+)个?多?(${name.replace(/[|][日晚]/gu, '')})(?![级岁]|(?<=周)年)`,
  'gu',
);

// Other ways to tell so long.
const ways: Readonly<Record<string, RegExp>> = {
  分钟: /60秒/u,
  小时: /60分钟|时速|[半两]小时|个钟/u,
  天: /24小时|全天|[天日晚][内间产均]|当[天日晚]|逐日|天天|日日/u,
  周: /[7七][天日]|(?:周|星期|礼拜)[一二三四五六日天末]|周周|周均/u,
  月: /30[天日]|[三][十][天日]|[四4]周|个?月[内均]|当月|按月|月月|月[薪租底初末]/u,
  季度: /[3三]个月|季/u,
  学期: /学期/u,
  年: /(?:12|十二)个月|年[内度均薪租产]|年年|全年|当年/u,
};

interface Span {
  readonly text: string;
  readonly unit: string;
  readonly isEach: boolean;
  readonly before: string;
  readonly after: string;
}

/** 「一小时的安全叮嘱」 for 「一分钟的安全叮嘱」: so long is told of nothing, and of the same thing another length. */
export function otherSpan(claim: string, source: string): string | undefined {
  const told = [...spansIn(source, span), ...spansIn(source, spans)];
  const measured = findNumerals(source).map(({ unit }) => units[unit?.replace(/^个/u, '') ?? '']);
  return spansIn(claim, span).find(
    (said) =>
      !told.some(({ unit }) => unit === said.unit) &&
      !measured.includes(said.unit) &&
      ways[said.unit]?.test(source) === false &&
      told.some((one) => isBeside(one, said)),
  )?.text;
}

function spansIn(text: string, way: RegExp): readonly Span[] {
  return [...text.matchAll(way)].map(({ 0: all, 1: one = '', 2: unit = '', index }) => ({
    text: all,
    unit: units[unit] ?? unit,
    isEach: one === '每',
    before: text
      .slice(0, index)
      .replace(/[在有了着过要得需上掉]+$/u, '')
      .slice(-2),
    after:
      /^[之以]?[内后里]?[的,]?(\p{Script=Han}{0,2})/u.exec(text.slice(index + all.length))?.[1] ??
      '',
  }));
}

/** The same words, or the same figure, stand right before or behind. */
function isBeside(one: Span, said: Span): boolean {
  if (one.isEach !== said.isEach) return false;
  if (one.after === '' && said.after === '') return one.before.slice(-1) === said.before.slice(-1);
  if (one.after.length === 2 && one.after === said.after) return true;
  return one.before === said.before && one.before.length === 2;
}

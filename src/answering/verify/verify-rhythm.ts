import { splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { readNumbers } from './number-context.ts';
import { findInClause, type Rules } from './rules.ts';
import { isSameNumeral } from './same-numeral.ts';

type Span = '分钟' | '小时' | '天' | '周' | '月' | '季度' | '年';

interface Rhythm {
  readonly span: Span;
  /** As a claim says it. */
  readonly said: RegExp;
  /** As a source may have it: also of a single one, 「去年」 for 「一年」. */
  readonly told: RegExp;
}

const rhythms: readonly Rhythm[] = [
  {
    span: '分钟',
    said: /每分钟|(?<![第头\d.十])[一1]分钟(?![也都不没])/u,
    told: /每分钟|(?<![\d.十])[一1]分钟/u,
  },
  { span: '小时', said: /(?:每|平均一)个?小时/u, told: /(?:每|[一1])个?小时/u },
  {
    span: '天',
    said: /每[天日早晚]|天天|日均|(?<![第头有那同])[一1](?:天|晚)(?!天)/u,
    told: /每[天日早晚]|天天|日日|日均|[一1]整?天|[一1]晚|当[天日晚]|全天|24小时|[天日]内/u,
  },
  {
    span: '周',
    said: /每(?:周|个?星期|个?礼拜)|(?<![第头])[一1](?:周(?!年)|个?星期|个?礼拜)/u,
    told: /每(?:周|个?星期|个?礼拜)|[7七]天|周周|周均|[一1](?:周|个?星期|个?礼拜)|(?:周|星期|礼拜)[一二三四五六日天末]/u,
  },
  {
    span: '月',
    said: /每个?月|月月|月均|按月|(?<![第头])[一1]个月/u,
    told: /每个?月|月月|月均|按月|(?<!\d)[一1]个?月|月(?:工资|收入|薪)|当月/u,
  },
  { span: '季度', said: /每(?:季|[3三]个月)|按季|(?<!第)[一1]个?季度/u, told: /季|[3三]个月/u },
  { span: '年', said: /每一?年|年年|年均|(?<![第头上同])一年(?![级到])/u, told: /年/u },
];

/** How often something is done, or per what it is counted, is as the source has it: 每周 for 每月, 80元 a day for 80元 a month. */
export const rhythmRules: Rules = {
  'other-rhythm': {
    fault: 'number',
    find: findInClause((clause, { text }) => {
      const told = rhythmsIn(text, 'told');
      return rhythmsIn(clause, 'said').find((span) => told.length > 0 && !told.includes(span));
    }),
  },
  'per-another': {
    fault: 'number',
    find: findInClause((clause, { text }) => otherUnit(clause, text)),
  },
  'other-rate': {
    fault: 'number',
    find: findInClause((clause, evidence) => {
      const own = rhythmsIn(clause, 'said');
      return own.length === 1 ? otherRate(clause, own, evidence) : undefined;
    }),
  },
};

const measures = [
  '吨 公斤 千克 斤 克',
  '亩 公顷 平方米 平方公里',
  '米 公里 千米 里',
  '人 户 村 社区 县 镇 乡',
  '次 趟 单 件',
].map((line) => line.split(' '));

/** 「每吨多卖6元」 for 「每公斤多卖6元」. */
function otherUnit(clause: string, source: string): string | undefined {
  const unitOf = (text: string, units: readonly string[]) =>
    units.filter((unit) => new RegExp(`[每一]${unit}(?!\\d|次)`, 'u').test(text));
  for (const units of measures) {
    const [own, told] = [unitOf(clause, units), unitOf(source, units)];
    const [unit] = own.filter((one) => clause.includes(`每${one}`));
    if (unit !== undefined && told.length > 0 && !told.includes(unit)) return unit;
  }
  return undefined;
}

function rhythmsIn(text: string, side: 'said' | 'told'): readonly Span[] {
  return rhythms.filter((rhythm) => rhythm[side].test(text)).map(({ span }) => span);
}

/** The clauses that have the claim's figure count it by another span. */
function otherRate(
  clause: string,
  [own]: readonly Span[],
  { sentences }: Evidence,
): Span | undefined {
  const figures = readNumbers(clause).filter(
    ({ numeral }) => numeral.kind === 'count' && numeral.unit !== '年',
  );
  const isOther = figures.some(({ numeral }) => {
    const told = sentences
      .flatMap(splitClauses)
      .filter((one) => readNumbers(one).some((other) => isSameNumeral(numeral, other.numeral)))
      .map((one) => rhythmsIn(one, 'told'));
    return (
      told.length > 0 &&
      told.every((spanned) => spanned.length > 0 && !spanned.includes(own ?? '天'))
    );
  });
  return isOther ? own : undefined;
}

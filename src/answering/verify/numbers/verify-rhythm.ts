import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { alignClauses, charactersAndPairs, coverOf, splitItems } from '../align-clauses.ts';
import { clausesWith, figuresIn } from '../denials/clauses-with.ts';
import type { Evidence } from '../evidence.ts';
import { findInClause, type Rules } from '../rules.ts';
import { perAnother } from './per-another.ts';

type Span = '分钟' | '小时' | '天' | '周' | '月' | '季度' | '学期' | '年';

interface Rhythm {
  readonly span: Span;
  /** 每周, 一周一次 … */
  readonly each: RegExp;
  /** A single one: 一周 …; as a claim says it, and as a source may have it. */
  readonly one: RegExp;
  readonly told: RegExp;
}

const rhythms: readonly Rhythm[] = [
  {
    span: '分钟',
    each: /每分钟/u,
    one: /(?<![第头\d.十])[一1]分钟(?![也都不没])/u,
    told: /(?<![\d.十])[一1]分钟/u,
  },
  {
    span: '小时',
    each: /每个?小时|时速/u,
    one: /(?<![第头\d.十半])[一1]个?小时(?!前)/u,
    told: /(?<![\d.十])(?:[一1]个?小时|60分钟)/u,
  },
  {
    span: '天',
    each: /每[天日早晚夜]|天天|日日|日均|(?<=\p{Script=Han})日(?=[产处接烘供销发][理待干出应售电]?(?:量|能力)|产\d)|(?<![\d一二三四五六七八九十期周拜节生假近昨今当每末])日(?=加工|处理|接[待诊]|供[应水电气热]|发电|工资|工价|薪|租金|工钱|补[贴助])/u,
    one: /(?<![第头有那同\d.十])[一1](?:天|晚)(?!天)/u,
    told: /(?<![\d.十])[一1]整?[天晚]|当[天日晚]|全天|24小时|[天日]内|逐日|全年|不打烊|周[一二三四五六日]不|周一至周[四五六日]/u,
  },
  {
    span: '周',
    each: /每(?:周|个?星期|个?礼拜)|周周|周均|逢(?:周|星期|礼拜)/u,
    one: /(?<![第头\d.十])[一1](?:周(?!年|岁)|个?星期|个?礼拜)/u,
    told: /[7七][天日]|(?<![\d.十])[一1](?:周(?!年|岁)|个?星期|个?礼拜)|(?:周|星期|礼拜)[一二三四五六日天末]/u,
  },
  {
    span: '月',
    each: /每个?月|月月|月均|按月|(?<![\d一二三四五六七八九十个当本上下每])月(?:平均)?(?:工资|工价|收入|薪|租|工钱|利率|息|补[贴助]|津贴|产[量值]|销[量售]|流失|营业额|用电|用水)|逢月/u,
    one: /(?<![第头\d.十])[一1]个月/u,
    told: /(?<![\d.十])[一1]个?月|当月|逢\d{1,2}[日、]|\d日[、和与]\d{1,2}日|(?<![\d十二个当本上下每])月\p{Script=Han}{2}[升降为]/u,
  },
  {
    span: '季度',
    each: /每(?:季|[3三]个月)|按季/u,
    one: /(?<!第)[一1]个?季度/u,
    told: /季|(?<![\d十])[3三]个月/u,
  },
  {
    span: '学期',
    each: /每个?学期|按学期/u,
    one: /(?<![第头\d.十])[一1]个?学期/u,
    told: /(?<![\d.十])[一1两]?个?学期/u,
  },
  {
    span: '年',
    each: /每一?年|年年|年均|历年|按年(?![龄级度])|年度|年(?:产|收入|薪|租|利率|息|补[贴助]|流失|\p{Script=Han}{0,3}量)/u,
    one: /(?<![第头上同\d.十])一年(?![级到])/u,
    told: /(?<!\d)12个月|(?:19|20)\d{2}年|(?<![\d.今二两三四五六七八九十几多数百来])年/u,
  },
];

/** How often something is done, how long it takes, or per what it is counted, is as the source has it: 每周 for 每月. */
export const rhythmRules: Rules = {
  'other-rhythm': {
    fault: 'number',
    find: findInClause((clause, { text }) => otherRhythm(clause, text)),
  },
  'other-each': { fault: 'number', isCertain: true, find: otherEach },
  'rhythm-of-another': { fault: 'number', isCertain: true, find: rhythmOfAnother },
  'other-rate': { fault: 'number', find: findInClause(otherRate) },
  'per-another': { fault: 'number', isCertain: true, find: perAnother },
};

/** A span of the claim that the source does not have, where it has others. */
function otherRhythm(clause: string, source: string): Span | undefined {
  if (!hasSpans(source)) return undefined;
  return rhythms.find(({ each, one, told }) => {
    if (each.test(clause)) return !each.test(source) && !told.test(source);
    const at = one.exec(clause);
    if (at === null || each.test(source) || told.test(source)) return false;
    // 「一个月后」 may be worked out from dates, where the source tells of no time after.
    const isAfter = /^[之以]?后/u.test(clause.slice(at.index + at[0].length));
    return !isAfter || later.test(source);
  })?.span;
}

const often = /^[^,。;\d]{0,6}[\d一二两三四五六七八九十]+(?:\.\d+)?万?(?:[次遍回趟]|元)/u;
const everySome = /每[两二三四五六\d]个?(?:[天周月年]|星期|季度|学期)/u;

/** 「一年一次」 for 「每两个月一次」: the clause that tells the same has a rhythm, the source not this one. */
function otherEach(claim: string, { text, sentences }: Evidence): Span | undefined {
  return alignClauses(claim, sentences)
    .filter(({ source }) => everySome.test(source) || eachIn(source).length > 0)
    .map(({ said, likeness }) =>
      likeness < leastLike
        ? undefined
        : eachIn(said).find(
            ({ each, one, told }) => !each.test(text) && !one.test(text) && !told.test(text),
          )?.span,
    )
    .find((span) => span !== undefined);
}

/** 每年, or 一年 with so many times or yuan behind it. */
function eachIn(clause: string): readonly Rhythm[] {
  return rhythms.filter(({ each, one }) => {
    const at = one.exec(clause);
    return each.test(clause) || (at !== null && often.test(clause.slice(at.index + at[0].length)));
  });
}

// The clause of the source may have more words than the claim's.
const leastLike = 0.3;

const later =
  /(?:[\d一二两三四五六七八九十几半]个?多?(?:分钟|小时|[天日周月年]|星期|季度)[之以]?后|次[日年月]|第二[天年])/u;

function hasSpans(text: string): boolean {
  return (
    rhythms.some(({ each, one, told }) => [each, one, told].some((way) => way.test(text))) ||
    findNumerals(text).some(({ unit }) =>
      /^(?:个月|[天日周年]|个?小时|分钟|个?星期)$/u.test(unit ?? ''),
    )
  );
}

// What a source says with another rhythm holds half of what the claim says with its own.
const clearlySame = 0.5;
// The characters and pairs of two words of two.
const leastWords = 8;

/** 「工账每周公开」 for 「工账每天公开，料账每周公开」: the part of the source that tells it has another. */
function rhythmOfAnother(claim: string, { sentences, text }: Evidence): string | undefined {
  const told = sentences
    .flatMap(splitItems)
    .filter((part) => spansIn(part, ['each', 'one']).length > 0);
  return splitItems(claim).find((part) => {
    const [own, ...others] = spansIn(part, ['each']);
    if (own === undefined || others.length > 0 || isWritten(part, text)) return false;
    const words = withoutRhythm(part);
    if ([...charactersAndPairs(words)].join('').length < leastWords) return false;
    const best = (some: readonly string[]) =>
      Math.max(0, ...some.map((one) => coverOf(words, withoutRhythm(one))));
    const right = best(told.filter((one) => spansIn(one, ['each', 'one']).includes(own)));
    const wrong = best(told.filter((one) => !spansIn(one, ['each', 'one']).includes(own)));
    return wrong >= clearlySame && wrong > right + 0.15;
  });
}

/** The source has the rhythm with the same words behind it. */
function isWritten(part: string, text: string): boolean {
  return rhythms.some(({ each }) => {
    const at = each.exec(part);
    return at !== null && text.includes(part.slice(at.index, at.index + at[0].length + 3));
  });
}

type Way = 'each' | 'one' | 'told';

function spansIn(text: string, ways: readonly Way[]): readonly Span[] {
  return rhythms
    .filter((rhythm) => ways.some((way) => rhythm[way].test(text)))
    .map(({ span }) => span);
}

function withoutRhythm(text: string): string {
  return rhythms
    .reduce((rest, { each, one }) => rest.replace(each, ' ').replace(one, ' '), text)
    .replace(/[\d一两]+[次回遍趟]?/gu, ' ');
}

/** The clauses that have the claim's figure count it by another span: 80元 a day for 80元 a month. */
function otherRate(clause: string, { sentences }: Evidence): Span | undefined {
  const [own, ...others] = spansIn(clause, ['each', 'one']);
  if (own === undefined || others.length > 0) return undefined;
  const isOther = figuresIn(clause).some((figure) => {
    const told = clausesWith(figure, sentences).map((one) => spansIn(one, ['each', 'one', 'told']));
    return told.length > 0 && told.every((spans) => spans.length > 0 && !spans.includes(own));
  });
  return isOther ? own : undefined;
}

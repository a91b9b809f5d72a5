import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { charactersAndPairs } from '../align-clauses.ts';

/** A number with the words around it that say what is counted. */
export interface NumberInContext {
  readonly numeral: Numeral;
  /** Characters and character pairs of its clause, up to the numbers beside it. */
  readonly context: ReadonlySet<string>;
  readonly before: string;
  readonly after: string;
}

// Characters to each side that can say what is counted.
const reach = 14;
const nextClauseReach = 28;

/** Finds the numbers of a folded text, each with its context. */
export function readNumbers(text: string): readonly NumberInContext[] {
  // 「周五回家」 goes home on a day, not five times.
  const numerals = findNumerals(text).filter(
    ({ start, kind }) =>
      kind !== 'count' ||
      !/(?<![每一二两三四五六七八九十\d])(?:周|星期|礼拜)$/u.test(text.slice(0, start)),
  );
  return numerals.map((numeral, at) => {
    const previous = numerals.slice(0, at).findLast(isFigure);
    const from = previous === undefined ? 0 : previous.start + previous.text.length;
    const end = numeral.start + numeral.text.length;
    const to = numerals.slice(at + 1).find(isFigure)?.start ?? text.length;
    const left = text.slice(Math.max(from, numeral.start - reach), numeral.start);
    const right = text.slice(end, Math.min(to, end + reach));
    const after = firstClause(right);
    const item = lastItem(left);
    const own = previous === undefined || isVerbAlone.test(item) ? labelledClause(left) : item;
    const before = previous === undefined ? own : behindFigure(own, { text, previous, after });
    // 「2014年，服务中心成立」: a number alone in its clause belongs to the next one.
    const beside = before + after === '' ? nextClause(text.slice(end)) : '';
    const context = charactersAndPairs(
      `${before} ${after} ${beside}`.replace(/[一当]?个?月(?!均)/gu, ' '),
    );
    return { numeral, before, after, context };
  });
}

/** 「一个」 is no more than an article: it does not part what is said of a figure. */
function isFigure({ kind }: Numeral): boolean {
  return kind !== 'indefinite';
}

const isRise =
  /^[\p{Script=Han}]{0,4}[到至为](?:[早晚上下][上午]|傍晚|夜里|夜间)?(?:\p{Script=Han}{1,4}的)?$/u;

const bounds = /^(?:接近|将近|不到|不足|超过|至少)$/u;

interface BetweenFigures {
  readonly text: string;
  readonly previous: Numeral;
  readonly after: string;
}

/**
 * What stands before a figure that follows another. 「由78%提高到99.4%」: both are of what stands before the first;
 * 「4个乡镇69个村」: what stands between is counted by the first.
 */
function behindFigure(own: string, { text, previous, after }: BetweenFigures): string {
  if (isRise.test(own))
    return lastClause(text.slice(Math.max(0, previous.start - reach), previous.start)) + own;
  const isOfOther = /^\p{Script=Han}{1,2}$/u.test(own) && !bounds.test(own);
  return isOfOther && /^\p{Script=Han}/u.test(after) ? '' : own;
}

/** What speaks for one number and against another, as the context of the claimed one. */
export function compareContexts(
  said: NumberInContext,
  one: NumberInContext,
  other: NumberInContext | undefined,
): { readonly held: number; readonly lead: number } {
  let all = 0;
  let held = 0;
  let lead = 0;
  for (const part of said.context) {
    const weight = part.length;
    all += weight;
    const [here, there] = [one.context.has(part), other?.context.has(part) ?? false];
    if (here) held += weight;
    if (here !== there) lead += here ? weight : -weight;
  }
  return { held: all === 0 ? 0 : held / all, lead };
}

/** What is counted, where it follows the number: 「小区」 of 「5个小区」. */
export function countedNoun({ after }: NumberInContext): string | undefined {
  return /^\p{Script=Han}{2}|^[组队班村站店厂校](?![\p{Script=Han}])/u.exec(after)?.[0];
}

/** What is counted, where it stands before the number: 「面积」 of 「种植面积500亩」. */
export function nounBefore({ before }: NumberInContext): string | undefined {
  return /(?!个月|一年|一天)(\p{Script=Han}{2})(?:已经?|共计?|共有|一共|有|达到?|为|是|约|近|超过?|不超过?|[只仅还]差|相差|最[多少高低]|至[多少]|[多高]达|少说|光|仅|只有|才|就|到|下?[降升增减提涨][高低加少长]?[到至为了]|(?:稳定|保持|控制|维持)在|(?<=[补资援奖捐拨][助贴励款])了)*$/u.exec(
    before,
  )?.[1];
}

const boundary = /[,;:。!?、…\n]/u;

const isVerbAlone = /^(?:占|达|为|共|约|占了|达到|占到)$/u;

/** 「排在头一位的是吃饭难，占三成」: a verb alone before a number leaves its subject in the clause before. */
function labelledClause(text: string): string {
  const own = lastClause(text);
  if (!isVerbAlone.test(own)) return own;
  return lastClause(text.slice(0, -own.length - 1)) + own;
}

function lastClause(text: string): string {
  return text.split(boundary).at(-1) ?? '';
}

/** Behind another number what comes before a 「和」 is counted by that one. */
function lastItem(text: string): string {
  return (
    lastClause(text)
      .split(/[和与及]/u)
      .at(-1) ?? ''
  );
}

function nextClause(text: string): string {
  return firstClause(text.slice(0, nextClauseReach).replace(/^[,:、\s]+/u, ''));
}

function firstClause(text: string): string {
  return text.split(boundary)[0] ?? '';
}

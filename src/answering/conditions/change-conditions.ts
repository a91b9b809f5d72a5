import { foldText } from '../../corpus/fold-text.ts';
import type { Answer, AnswerQuestion, AskOptions } from '../answer.ts';
import { type AppliedFilter, replaceFilters } from '../applied-filter.ts';
import { readMore } from '../conversation/more-words.ts';
import { findTopic } from '../conversation/topic.ts';
import type { NarrowingParts } from './answer-narrowed.ts';
import { noConditionNote, noneOfKindNote } from './narrowing-notes.ts';
import { endsInKind, kindOf, withoutKind } from './organisation-kind.ts';
import { silentAnswer } from './silent-answer.ts';

type ChangingParts = Pick<NarrowingParts, 'answerQuestion' | 'readFilters' | 'timeZone' | 'now'>;

/**
 * Answers a message that asks the question before it under other conditions: 「去掉条件」 without them, 「那公安呢」
 * of another kind of organisation or another place. All else goes on as it is.
 */
export function answerChanged(parts: ChangingParts): AnswerQuestion {
  return async (message, options = {}) => {
    const changed = options.filters === undefined ? readChange(message, options, parts) : undefined;
    if (changed === undefined) return parts.answerQuestion(message, options);
    if (changed === 'no-condition') return silentAnswer(message, noConditionNote);
    const { question, filters, history, ofKind, without = [] } = changed;
    const within = { filters, history, without: [...(options.without ?? []), ...without] };
    const answer = await parts.answerQuestion(question, { ...options, ...within });
    return ofKind === undefined || isOfKind(answer, ofKind) ? answer : withoutAny(answer, ofKind);
  };
}

interface Changed {
  readonly question: string;
  readonly filters: readonly AppliedFilter[];
  /** What the question followed; nothing when it is put together here: it stands alone. */
  readonly history: readonly Answer[];
  /** The kind of organisation that must answer, where no condition can say so. */
  readonly ofKind?: string;
  /** Articles that were shown for another kind. */
  readonly without?: readonly string[];
}

function readChange(
  message: string,
  { history = [] }: AskOptions,
  parts: ChangingParts,
): Changed | 'no-condition' | undefined {
  const text = foldText(message).replace(/[\s。！!？?，,]+/gu, '');
  const at = findTopic(history);
  const last = history[at];
  if (last === undefined) return undefined;
  const before = history.slice(0, at);
  const dropping = (putFirst.exec(text) ?? dropped.exec(text))?.[1];
  if (dropping !== undefined) return dropFilters(dropping, last, before);
  const kind = kindTurnedTo(text);
  return kind === undefined ? undefined : turnTo(kind, { last, before }, parts);
}

const dropped =
  /^(?:那|请|帮我|麻烦)*(?:把|将)?(?:不看|去掉|取消|删掉|删除|去除|拿掉|清除|清空|解除|不限制?|不要|别|不再)了?(?:只?看)?(.{0,12}?)(?:了|吧)?$/u;
/** 「把条件去掉吧」 */
const putFirst =
  /^(?:请|帮我|麻烦)*(?:把|将)(.{1,12}?)(?:都|全)?(?:去掉|取消|删掉|删除|拿掉|清空)了?吧?$/u;
const anyCondition =
  /^(?:上面|前面|刚才|这个|那个|这些|那些|所有|全部)?的?(?:条件|限制|筛选|限定|范围)$/u;

function dropFilters(
  named: string,
  { question, filters = [] }: Answer,
  history: readonly Answer[],
): Changed | 'no-condition' | undefined {
  const isAll = anyCondition.test(named);
  const left = filters.filter(({ label }) => !isAll && !named.includes(foldText(label)));
  if (!isAll && left.length === filters.length) return undefined;
  if (filters.length === 0) return 'no-condition';
  return { question, filters: left, history };
}

const turned =
  /^(?:那么?|换成|要是|如果是)*(?!(?:个|些|家|[这那哪他她你我咱该本别其]))(.{2,8}?)(?:那边|那里|系统|方面|里)?的?(?:呢|又?怎么样(?<=^(?:那|换|要|如).*))$/u;

/** 「学校里有吗」, 「有没有农村这么做的」 */
const looked =
  /^(?:那么?|请问|在)*(?:有没有|有)?(.{1,8}?)(?:那边|那里|里面|里头|里|系统|方面)?的?(?:也|都|又)?(?:有没有|有|能|可以)?(?:这么|这样|类似)?(?:的|做|弄|搞|办|干)*(?:做法|例子|案例|经验)?(?:有没有|有)?(?:吗|么|没有?|呢|不)?$/u;
const asksWhether = /有|吗|么$|没$|不$/u;

function kindTurnedTo(text: string): string | undefined {
  if (readMore(text) !== undefined) return undefined;
  const [, kind] = turned.exec(text) ?? (asksWhether.test(text) ? looked.exec(text) : null) ?? [];
  return kind;
}

/** 「那公安呢」: the topic of the question before it, without whom it was asked of. */
function turnTo(
  kind: string,
  { last, before }: { readonly last: Answer; readonly before: readonly Answer[] },
  { readFilters, timeZone, now }: ChangingParts,
): Changed | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(timeZone);
  const read = readFilters(`只看${kind}的`, today.toPlainDate());
  const [filter, ...others] = read.question === '' ? read.filters : [];
  const isPlain = filter !== undefined && others.length === 0;
  if (isPlain && (filter.kind === 'orgTypes' || filter.kind === 'places')) {
    const question = filter.kind === 'orgTypes' ? withoutKind(last.question) : last.question;
    const filters = replaceFilters(last.filters ?? [], [filter]);
    const without = filter.kind === 'orgTypes' ? ofOthers([...before, last], [kind, filter]) : [];
    return { question, filters, history: [], without };
  }
  if (!endsInKind(kind)) return undefined;
  const filters = (last.filters ?? []).filter((one) => one.kind !== 'orgTypes');
  const question = `${kind}${withoutKind(last.question)}`;
  return { question, filters, history: [], ofKind: kind };
}

/** What was shown of organisations that are not called so: of the kind before, whatever else their articles mention. */
function ofOthers(
  answers: readonly Answer[],
  [kind, { filters }]: readonly [string, AppliedFilter],
): readonly string[] {
  const names = [kind, ...(filters.orgTypes ?? [])];
  return answers
    .filter(isOfOneKind)
    .flatMap(({ citations }) => citations)
    .filter(({ organisation, title }) => {
      const called = foldText(`${organisation ?? ''}\n${title ?? ''}`);
      return !names.some((name) => called.includes(name));
    })
    .map(({ articleId }) => articleId);
}

/** Asked of one kind of organisation, by a condition or in its words. */
function isOfOneKind({ question, filters: applied = [] }: Answer): boolean {
  return applied.some(({ kind }) => kind === 'orgTypes') || withoutKind(question) !== question;
}

function isOfKind({ kind, citations }: Answer, ofKind: string): boolean {
  if (kind !== 'answered') return kind !== 'not-found';
  const called = kindOf(ofKind);
  return citations.some(({ organisation, title, quote }) =>
    foldText([organisation, title, quote].join('\n')).includes(called),
  );
}

function withoutAny({ question, filters, ms, citations, nearest }: Answer, kind: string): Answer {
  const near = [...citations, ...nearest].map(({ articleId, title }) => ({ articleId, title }));
  const distinct = [...new Map(near.map((one) => [one.articleId, one])).values()].slice(0, 3);
  const answer = {
    ...silentAnswer(question, noneOfKindNote(kind)),
    kind: 'not-found',
    ms,
  } as const;
  return { ...answer, nearest: distinct, ...(filters && { filters }) };
}

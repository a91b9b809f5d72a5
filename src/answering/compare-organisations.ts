import { foldText } from '../corpus/fold-text.ts';
import type { Answer, AnswerQuestion, Citation, Claim } from './answer.ts';
import { calledAs, endsInKind, namesOne } from './conditions/organisation-kind.ts';
import { notOfBothNote } from './notes.ts';

/** Two organisations held against each other, and in what. */
interface Compared {
  readonly organisations: readonly [string, string];
  /** Empty when all that is told of them is wanted. */
  readonly topic: string;
}

// Of each, as in an answer that puts practices side by side.
const mostOfEach = 2;

/** Answers 「对比一下公交公司和检察院」 of each of the two, one after the other; who is not in the material is named. */
export function answerCompared(answerQuestion: AnswerQuestion): AnswerQuestion {
  return async (message, options = {}) => {
    const compared = options.filters === undefined ? readCompared(message) : undefined;
    if (compared === undefined) return answerQuestion(message, options);
    const { onProgress: _, ...silently } = options;
    const alone = { ...silently, history: [] };
    const parts: Part[] = [];
    for (const name of compared.organisations) {
      const answer = await answerQuestion(questionOf(name, compared.topic), alone);
      parts.push({ name, answer, claims: claimsOf(name, answer) });
    }
    return joined(message, compared, parts) ?? answerQuestion(message, options);
  };
}

interface Part {
  readonly name: string;
  readonly answer: Answer;
  /** Those that tell of the organisation. */
  readonly claims: readonly Claim[];
}

const opening =
  /^(?:请|帮我|麻烦|我想|想|能不能|可以)*(?:对比|比较|比)(?:一下|一比|下|看看)?(?!的)/u;
const ending =
  /(?:[,，]?(?:对比|比较|比)(?:一下|一比|下|看看)?|(?:之间)?(?:有|都有)(?:什么|啥|哪些)(?:不同|区别|差别|不一样|异同)(?:之处|的地方)?|的?(?:区别|不同|差别|异同)(?:是什么|在哪儿?|在哪里)?|(?:相比|比较?)?[,，]?(?:哪个|哪家|谁)(?:的)?(?:做|搞|办|干)?得?(?:更|比较)?好(?:一些|些|点)?)(?:呢|吗|吧)?$/u;
/** 「哪个党建做得好」 */
const bestAt =
  /(?:哪个|哪家|谁)的?(.{2,6}?)(?:做|搞|办|抓)得(?:更|比较)?好(?:一些|些|点)?(?:呢|吗|吧)?$/u;
const pair = /^(.{2,14}?)(?:和|与|跟|同|、|比)(.{2,})$/u;
// 「西茶坊和富力社区」 are both of that kind.
const sharedKind =
  /(?<=\p{Script=Han}{2})(?:社区|街道|村|镇|小学|中学|大学|医院|公司|检察院|法院)$/u;
const longestName = 14;

/** Undefined when the message does not hold two organisations against each other. */
function readCompared(message: string): Compared | undefined {
  const text = foldText(message).replace(/[\s。！!？?]+/gu, '');
  const rest = text.replace(opening, '').replace(bestAt, '$1').replace(ending, '');
  const [, named = '', others = ''] = pair.exec(rest) ?? [];
  const second = organisationAtStart(others);
  if (rest === text || second === undefined) return undefined;
  const first = isOrganisation(named) ? named : `${named}${sharedKind.exec(second)?.[0] ?? ''}`;
  if (!isOrganisation(first)) return undefined;
  const topic = others
    .slice(second.length)
    .replace(/^(?:的|在)/u, '')
    .replace(/(?:方面|上)?的?(?:做法|情况|经验)?$/u, '');
  return { organisations: [first, second], topic };
}

/** The longest beginning that names one: 「检察院」 of 「检察院学习怎么抓」. */
function organisationAtStart(text: string): string | undefined {
  const [upTo = ''] = text.split(/的|在|怎么|如何|怎样/u);
  for (let length = Math.min(longestName, upTo.length); length >= 2; length -= 1)
    if (isOrganisation(upTo.slice(0, length))) return upTo.slice(0, length);
  return undefined;
}

function isOrganisation(name: string): boolean {
  return endsInKind(name) || /^\p{Script=Han}{2,}[市盟旗县区镇乡村]$/u.test(name);
}

function questionOf(name: string, topic: string): string {
  if (topic === '') return `${name}有什么做法？`;
  return /怎么|如何|怎样/u.test(topic) ? `${name}${topic}？` : `${name}怎么做${topic}？`;
}

function claimsOf(name: string, { claims, citations }: Answer): readonly Claim[] {
  const called = calledAs(name);
  const isIts = (n: number) => {
    const cited = citations.find((one) => one.n === n);
    const quoted = namesOne(name) ? cited?.quote : '';
    return foldText([cited?.organisation, cited?.title, quoted].join('\n')).includes(called);
  };
  return claims.filter((claim) => claim.citations.every(isIts)).slice(0, mostOfEach);
}

/** One answer of both parts; undefined when neither tells anything. */
function joined(question: string, { topic }: Compared, parts: readonly Part[]): Answer | undefined {
  const claims: Claim[] = [];
  const citations: Citation[] = [];
  for (const part of parts) {
    const numbers = new Map<number, number>();
    for (const cited of part.answer.citations) {
      if (!part.claims.some((claim) => claim.citations.includes(cited.n))) continue;
      numbers.set(cited.n, citations.length + 1);
      citations.push({ ...cited, n: citations.length + 1 });
    }
    claims.push(...part.claims.map((claim) => renumbered(claim, numbers)));
  }
  const [firstClaim, ...otherClaims] = claims;
  const [firstCitation, ...otherCitations] = citations;
  if (firstClaim === undefined || firstCitation === undefined) return undefined;
  const by = parts.some(({ answer }) => answer.by === 'model') ? 'model' : 'extract';
  return {
    kind: 'answered',
    by,
    question,
    claims: [firstClaim, ...otherClaims],
    citations: [firstCitation, ...otherCitations],
    nearest: [],
    notes: parts.flatMap((part) => notesOf(part, topic)),
    ms: msOf(parts),
  };
}

function renumbered({ text, citations }: Claim, numbers: ReadonlyMap<number, number>): Claim {
  const [first, ...rest] = citations;
  const numberOf = (n: number) => numbers.get(n) ?? n;
  return { text, citations: [numberOf(first), ...rest.map(numberOf)] };
}

function notesOf({ name, answer, claims }: Part, topic: string): readonly string[] {
  if (claims.length === 0) return [notOfBothNote(name, topic)];
  return answer.notes.map((note) => `${name}：${note}`);
}

function msOf(parts: readonly Part[]): Answer['ms'] {
  const sum = (name: keyof Answer['ms']) =>
    Math.round(parts.reduce((all, { answer }) => all + answer.ms[name], 0) * 10) / 10;
  return { retrieve: sum('retrieve'), answer: sum('answer'), total: sum('total') };
}

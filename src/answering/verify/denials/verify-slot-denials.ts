import { coverOf, splitClauses } from '../align-clauses.ts';
import { keepLastBy } from '../keep-last.ts';
import type { Rules } from '../rules.ts';
import { withoutPlainNegatives } from './denials.ts';
import { findTurns, formerly } from './find-turns.ts';
import { negation } from './polarity-words.ts';

/** A clause and its source are the same but for a denial that one of them has before the same words. */
export const slotDenialRules: Rules = {
  'slot-affirmed': {
    fault: 'negation',
    isCertain: true,
    find: (claim, { sentences }) =>
      firstTurned(pairsOf(claim, sentences).map(({ said, told }) => ({ own: told, other: said }))),
  },
  'slot-denied': {
    fault: 'negation',
    isCertain: true,
    find: (claim, { sentences }) =>
      firstTurned(pairsOf(claim, sentences).map(({ said, told }) => ({ own: said, other: told }))),
  },
};

/** A clause among those of its side. */
interface Among {
  readonly clause: string;
  readonly all: readonly string[];
}

/** Each clause of a claim beside the clause of its source that is the same one. */
const pairsOf = keepLastBy((claim, sentences) => [claim, ...sentences].join('\0'), pairsAnew);

function pairsAnew(claim: string, sentences: readonly string[]) {
  const clauses = splitClauses(claim);
  const sources = sentences.flatMap(splitClauses);
  return clauses.flatMap((clause) => {
    const told = nearestTo(clause, sources);
    return told === undefined
      ? []
      : [{ said: { clause, all: clauses }, told: { clause: told, all: sources } }];
  });
}

interface Pair {
  /** The clause that denies. */
  readonly own: Among;
  readonly other: Among;
}

/** The words that one side denies, and the other tells in a clause that is the same but for that. */
function firstTurned(pairs: readonly Pair[]): string | undefined {
  return pairs
    .filter(({ own, other }) => isPlain(own.clause, other.clause))
    .map((pair) => turnedIn(pair))
    .find((words) => words !== undefined);
}

function turnedIn({ own, other }: Pair): string | undefined {
  const { first = '', last = '' } = deniedIn(own.clause) ?? {};
  const isBoth = first !== '' && [first, last].every((words) => isTold(words, other.clause));
  const beside = own.all.filter((clause) => clause !== own.clause);
  return isBoth && isOpen(first, { others: other.all, beside }) ? first : undefined;
}

// What both clauses hold of one another without the denial: the one that holds less, and the other.
const least = 0.4;
const most = 0.6;
const fewest = 4;

/** The clause most alike without denials, where it is the same one. */
function nearestTo(said: string, told: readonly string[]): string | undefined {
  const bare = bareOf(said);
  if (bare.length < fewest) return undefined;
  const [best] = told
    .map((clause) => ({ clause, covers: [coverOf(bare, clause), coverOf(bareOf(clause), said)] }))
    .toSorted((one, other) => sumOf(other.covers) - sumOf(one.covers));
  const covers = best?.covers ?? [];
  return Math.min(...covers) >= least && Math.max(...covers) >= most ? best?.clause : undefined;
}

function sumOf(covers: readonly number[]): number {
  return covers.reduce((sum, one) => sum + one, 0);
}

const light =
  /^[但却而并也还就又便都则]|[了过着的]|(?<=\p{Script=Han})一[名个户位家次回件起例条块场张门天眼]/gu;

function bareOf(clause: string): string {
  return withoutPlainNegatives(clause)
    .replace(negation, '')
    .replace(/＿+/gu, '')
    .replace(light, '');
}

const helpers =
  /(?<![通经超难])过|[“”"了着的把将给让被再能有会要得是都也还就先在到对向与和跟人谁]|一[名个户位家次回件起例条块场张门天眼]|任何|继续|可以/gu;
// A denial of what it is said of, not of all, or of where something is: 「没采纳的意见」, 「不在工地」.
const attribute = /^.{0,6}的.|^在|[以之]前$/u;

interface Words {
  readonly first: string;
  readonly last: string;
}

/** The first and the last characters of what the only denial of a clause denies, without what says little. */
function deniedIn(clause: string): Words | undefined {
  const turns = findTurns(clause);
  const mark = turns[0]?.word ?? '';
  if (turns.length !== 1 || turns[0]?.isDenial !== true || !/^[不没未并从尚绝决]/u.test(mark))
    return undefined;
  const after = clause.slice(clause.indexOf(mark) + mark.length);
  const words = after.replace(helpers, '');
  if (words.length < 2 || attribute.test(after)) return undefined;
  return { first: words.slice(0, 2), last: words.slice(-2) };
}

function isTold(words: string, clause: string): boolean {
  return clause.replace(helpers, '').includes(words);
}

const denial = /[不没未无非勿莫免拒防停删禁缺零别]|为0(?![.\d])/u;
const soft = /担心|怕|难|避|改|换|才|要等|如果|要是|[以之]前|只|差点|险|取消|撤|最/gu;
const time = /去年|前年|今年|上年|同期|年前|目前|至今|仍|尚|还/gu;

/** Whether the other clause tells without a denial or doubt, and of the same time. */
function isPlain(own: string, other: string): boolean {
  return (
    !denial.test(other) &&
    wordsIn(own, soft) === wordsIn(other, soft) &&
    formerly.test(own) === formerly.test(other) &&
    wordsIn(own, time) === wordsIn(other, time)
  );
}

function wordsIn(clause: string, pattern: RegExp): string {
  return (clause.match(pattern) ?? []).join();
}

interface Around {
  /** All clauses of the side that does not deny. */
  readonly others: readonly string[];
  /** The other clauses of the side that does. */
  readonly beside: readonly string[];
}

const later = /后来|如今|现在|终于|最终/u;

/** Whether the other side denies it nowhere else, and its own neither tells it elsewhere. */
function isOpen(words: string, { others, beside }: Around): boolean {
  const denied = others.filter((clause) => denial.test(clause));
  return (
    !denied.some((clause) => isTold(words, clause) || /也没有|都没有|[也都]不/u.test(clause)) &&
    !beside.some((clause) => isTold(words, clause) && !denial.test(clause)) &&
    !beside.some((clause) => later.test(clause))
  );
}

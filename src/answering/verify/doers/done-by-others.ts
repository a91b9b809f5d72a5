import { coverOf } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { tagWords } from '../tag-words.ts';
import { sayTheSame } from '../words/synonymous-deeds.ts';
import type { Agent } from './agent.ts';
import { namedIn } from './agent-names.ts';
import { nounsOf } from './name-somebody.ts';
import { readTellings, type Telling } from './read-tellings.ts';

// So much more of what is done stands with another one.
const more = 0.3;

/** Whether a source tells of what an agent is said to do with another one alone. */
export function isDoneByAnother({ name, act, deed, place }: Agent, evidence: Evidence): boolean {
  if (place === 'says' || place === 'speech' || passive.test(act)) return false;
  // 「公司原先设的是党总支」
  if (place === 'last' && nounsOf(act, evidence.persons) !== undefined) return false;
  const words = contentOf(act);
  if (words.length === 0) return false;
  const isNamedIn = namedIn(name, evidence);
  const tellings = readTellings(evidence.sentences.map(cutSteps), evidence.persons);
  const read = tellings.map((telling, at) => ({
    telling,
    isOwn: isOwn(telling, tellings.slice(0, at), isNamedIn),
    share: shareOf(words, telling.clause),
  }));
  const own = read.filter((one) => one.isOwn);
  const [first = ''] = words;
  if (first.length > 1 && own.some(({ telling }) => shareOf([first], telling.clause) === 1))
    return false;
  const others = read.filter((one) => !one.isOwn && hasOwnDoer(one.telling, deed));
  return mostOf(others) > mostOf(own) + more;
}

function mostOf(read: readonly { readonly share: number }[]): number {
  return Math.max(0, ...read.map(({ share }) => share));
}

/** Whether a clause itself names one who does it and whom the claim does not speak of. */
function hasOwnDoer({ doers, isInherited }: Telling, deed: string): boolean {
  return !isInherited && doers.some(({ name, kind }) => !deed.includes(kind || name));
}

const passive = /最|^(?:收到|受到|得到|获得|接到|遇到)/u;

/** 「户主商议、嘎查达主持评议」: deeds in a row are clauses of their own. */
function cutSteps(sentence: string): string {
  return sentence.replace(/[^,;:。、]+(?:、[^,;:。、]+)+/gu, (row) => {
    const items = row.split('、');
    return items.every(hasVerb) ? items.join(',') : row;
  });
}

function hasVerb(item: string): boolean {
  return item.length > 3 && tagWords(item).some(({ tag }) => /^(?:v|a$)/u.test(tag));
}

/** A clause that names him, one that goes on from such a one, or one of 「他」 behind. */
function isOwn(
  { clause, sentence, doers, isInherited }: Telling,
  before: readonly Telling[],
  isNamedIn: (text: string) => boolean,
): boolean {
  if (isNamedIn(clause) || doers.some((doer) => isNamedIn(doer.name))) return true;
  const led = before.filter((one) => one.sentence === sentence);
  if (/[他她]/u.test(clause))
    return [...led, ...before.slice(-3)].some((one) => isNamedIn(one.sentence));
  return isInherited && led.some((one) => isNamedIn(one.clause));
}

const telling = /^[vnalbijxz]/u;
const empty =
  /^(?:的|了|着|过|是|来|去|先|再|都|自己|最|则|也|还|就|各|不|在|有|把|一起|轮流|共同)$/u;

function contentOf(text: string): readonly string[] {
  return tagWords(text)
    .filter(
      ({ word, tag }) => telling.test(tag) && /^\p{Script=Han}+$/u.test(word) && !empty.test(word),
    )
    .map(({ word }) => word);
}

/** How much of some words a clause says, in the same or in like words, 0 to 1. */
function shareOf(words: readonly string[], clause: string): number {
  const there = contentOf(clause);
  const all = words.reduce((sum, word) => sum + word.length, 0);
  const held = words.reduce((sum, word) => sum + word.length * heldOf(word, clause, there), 0);
  return held / all;
}

function heldOf(word: string, clause: string, there: readonly string[]): number {
  const isThere = word.length > 1 ? clause.includes(word) : there.includes(word);
  if (isThere || there.some((one) => sayTheSame(word, one))) return 1;
  return coverOf(word, clause) > 0 ? 0.5 : 0;
}

/** 「两辆都由甲配发」 where the source says 「一辆由甲配发,另一辆由乙捐赠」. */
export function isDoneInPart({ name }: Agent, claim: string, evidence: Evidence): boolean {
  const all = new RegExp(`(?:都|均|全部?|一律|统统|全额)(?:是由|是|由|归)${name}`, 'u');
  if (!all.test(claim)) return false;
  const there = evidence.sentences.filter(namedIn(name, evidence));
  return there.length > 0 && there.every((one) => shared.test(one) && !/都|均|全/u.test(one));
}

const shared = /另|其余|其他|剩|一半|分别|有的|其中|一部分|[一二两三四五六七八九]成|各/u;

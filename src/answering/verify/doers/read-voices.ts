import { coverOf, splitClauses } from '../align-clauses.ts';
import { isSurname } from '../names/find-persons.ts';
import { findDoers } from './find-doers.ts';
import type { Mention } from './find-mentions.ts';
import { isSpeech } from './read-roles.ts';

/** What one speaker says at a stretch, folded; nobody is named who tells the rest. */
export interface Speech {
  readonly who: Mention | undefined;
  readonly words: string;
}

/** Who says which part of some folded sentences, in order. */
export function readVoices(
  sentences: readonly string[],
  persons: readonly string[],
): readonly Speech[] {
  const parts = sentences.flatMap((sentence) => sentence.split(/;/u));
  let last: Mention | undefined;
  const read = parts.map((part) => {
    const speeches = cutAtSpeakers(part, { persons, last });
    last = lastNamed(part, persons) ?? last;
    return speeches;
  });
  return read.flatMap((speeches, at) => {
    const [only] = speeches;
    if (speeches.length > 1 || only?.who !== undefined) return speeches;
    const next = read[at + 1]?.[0];
    // 「“……。”甲说」
    const isClosed = /[”"」]\s*$/u.test(parts[at] ?? '');
    return isClosed && only !== undefined && next?.who !== undefined
      ? [{ ...only, who: next.who }]
      : speeches;
  });
}

interface Named {
  readonly persons: readonly string[];
  /** The person named last before. */
  readonly last: Mention | undefined;
}

/** What stands before the first speaker of a sentence is his too; another one named by name speaks from there on. */
function cutAtSpeakers(sentence: string, { persons, last }: Named): readonly Speech[] {
  const speeches: Speech[] = [];
  let [before, named] = ['', last];
  for (const clause of splitClauses(sentence)) {
    const who = isQuoted(before) ? undefined : speakerNow(clause, { persons, last: named });
    before += clause;
    named = lastNamed(clause, persons) ?? named;
    const previous = speeches.at(-1);
    if (previous === undefined || (who?.kind === '' && previous.who !== undefined))
      speeches.push({ who, words: clause });
    else
      speeches[speeches.length - 1] = {
        who: previous.who ?? who,
        words: `${previous.words},${clause}`,
      };
  }
  return speeches;
}

function speakerNow(clause: string, { persons, last }: Named): Mention | undefined {
  return speakerOf(clause, persons) ?? (isTakenUp(clause) ? last : undefined);
}

/** 「她说」, 「认为」: who was named before goes on. */
function isTakenUp(clause: string): boolean {
  const rest = clause.replace(/^[”"]?(?:同时|后来|不过|随后|但)?[他她]?(?:同时|还|也)?/u, '');
  return isSpeech(rest) || more.test(rest);
}

/** The first one whom a text names by name. */
function lastNamed(text: string, persons: readonly string[]): Mention | undefined {
  const [name] = persons
    .filter((one) => text.includes(one) && !text.includes(`${one}的`))
    .toSorted((one, other) => text.indexOf(one) - text.indexOf(other));
  if (name === undefined) return undefined;
  const start = text.indexOf(name);
  return { name, kind: '', start, end: start + name.length };
}

/** Whether a quotation is open at the end of a text. */
function isQuoted(text: string): boolean {
  return text.lastIndexOf('“') > text.lastIndexOf('”');
}

const more =
  /^(?:\p{Script=Han}{0,4})?(?<!不)(?:提出(?!的)|要求|主张|希望|担心|补充说|答复|说(?!不|服|明)|表示|提醒|指出)(?!的)/u;
const late = /(?<![听据再常不])(?:说|表示|介绍|认为|写道|提出|指出|坦言|强调|建议)$/u;

/** Who says something in a clause; rather one named by name. */
export function speakerOf(clause: string, persons: readonly string[]): Mention | undefined {
  const { doers } = findDoers(clause, persons);
  const speakers = doers.filter(
    (one) =>
      (one.kind !== '' || persons.includes(one.name) || isSurname(one.name)) &&
      isSpeaker(one, clause),
  );
  const [first, ...others] = speakers;
  return [first, ...others].find((one) => one?.kind === '') ?? first ?? titledSpeaker(clause);
}

function isSpeaker({ kind, start, end }: Mention, clause: string): boolean {
  if (/(?:对|向|跟|给|把|与|和|将)$/u.test(clause.slice(0, start))) return false;
  const after = clause.slice(end);
  if (/^反映(?:问题|的)/u.test(after)) return false;
  return isSpeech(after) || more.test(after) || (kind === '' && late.test(after));
}

const titled =
  /(?<=[员师长人工兵户生民者手商匠主家任记理导官警授士席])(\p{Script=Han}{2,3}?)(?=(?:则|也|还|却)?(?:说|表示|介绍|认为|坦言|透露|提醒|指出|回忆|强调))/u;
const counted = /^据(\p{Script=Han}{2,14}?)(?:统计|测算|监测|介绍|通报)/u;

/** 「宣传委员洪锐表示」, 「据纳税服务科统计」: who is named only by what stands around. */
function titledSpeaker(clause: string): Mention | undefined {
  const found = titled.exec(clause);
  const name = found?.[1] ?? '';
  if (found !== null && isSurname(name))
    return { name, kind: '', start: found.index, end: found.index + name.length };
  const body = counted.exec(clause)?.[1];
  return body === undefined
    ? undefined
    : { name: body, kind: body.slice(-1), start: 1, end: 1 + body.length };
}

/** How much of some words the speeches hold at most, 0 to 1. */
export function mostOf(words: string, speeches: readonly Speech[]): number {
  return Math.max(0, ...speeches.map((speech) => coverOf(words, speech.words)));
}

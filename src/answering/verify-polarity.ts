import { segmentWords } from '../retrieval/tokenize.ts';
import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { contraries, negation, plainNegatives } from './polarity-words.ts';
import type { Fault } from './verify.ts';

/** A claim denies what its source denies and nothing else, and does not say the contrary of a word in it. */
export function checkPolarity(claim: string, evidence: Evidence): Fault | undefined {
  const aligned = alignClauses(claim, evidence.sentences);
  for (const clause of aligned) {
    const wrong = addedDenial(clause, evidence) ?? lostDenial(clause) ?? contraryWord(clause);
    if (wrong !== undefined) return { fault: 'negation', detail: wrong };
  }
  return undefined;
}

/** What is denied: the words behind a negation, nearest first. */
type Denial = readonly string[];

const denialReach = 4;
const helpers = new Set(
  '有能会要曾再得可让把被给对在去来使用想肯愿过到为是因与和跟同向从的了'.split(''),
);

/** Finds what a folded clause denies; words like 不断 deny nothing. */
export function findDenials(clause: string): readonly Denial[] {
  const plain = clause.replace(plainNegatives, (word) => '＿'.repeat(word.length));
  const found = [...plain.matchAll(negation)];
  return found.map((match, at) => {
    const next = found[at + 1]?.index ?? plain.length;
    const after = plain.slice(match.index + match[0].length, next);
    const words = segmentWords(after).filter((word) => !helpers.has(word));
    return words.length === 0 ? [bareDenial(match[0])] : words.slice(0, denialReach);
  });
}

/** 「也不会」 denies 会; 「取消」 is denied whole. */
function bareDenial(word: string): string {
  return /^[不没未无]./u.test(word) ? word.slice(1) : word;
}

// Words that deny or lessen without one of the negations.
const softDenial =
  /免|缺|拒|停|取消|零|仅|避免|防|杜绝|消除|清除|清零|难|少|空白|断|禁|从不|无|莫|绝/u;

function addedDenial(
  { said, source, sentence }: AlignedClause,
  { sentences }: Evidence,
): string | undefined {
  const there = splitClauses(sentence).flatMap(findDenials);
  const elsewhere = sentences.flatMap(splitClauses).flatMap(findDenials);
  for (const denial of findDenials(said)) {
    if (there.some((other) => overlap(denial, other))) continue;
    const [word = ''] = denial;
    const isKnown = sentences.some((one) => one.includes(word));
    if (isKnown && elsewhere.some((other) => overlap(denial, other))) continue;
    if (!sentence.includes(word) && (there.length > 0 || softDenial.test(source))) continue;
    return word;
  }
  return undefined;
}

/** The source denies it, the claim says it as if it did not. */
function lostDenial({ said, source, sentence, likeness }: AlignedClause): string | undefined {
  const soft = said.match(softDenial)?.[0];
  const isSoft = soft !== undefined && !source.includes(soft);
  if (isSoft || findDenials(said).length > 0) return undefined;
  return splitClauses(sentence)
    .filter((clause) => (clause === source && likeness >= sameClause) || isMostlySaid(clause, said))
    .flatMap(findDenials)
    .flatMap((denial) => denial.slice(0, 2))
    .find((word) => said.includes(word) && !isAlsoPlain(word, sentence));
}

function isAlsoPlain(word: string, sentence: string): boolean {
  return splitClauses(sentence).some(
    (clause) =>
      clause.replace(negation, '＿').includes(word) && !findDenials(clause).flat().includes(word),
  );
}

// Above this two clauses tell the same.
const sameClause = 0.5;

/** A short clause whose words nearly all stand in the claim. */
function isMostlySaid(source: string, said: string): boolean {
  const characters = [...source.replace(negation, '')].filter((one) => /\p{Script=Han}/u.test(one));
  const held = characters.filter((one) => said.includes(one));
  return characters.length >= 3 && held.length / characters.length >= 0.75;
}

function overlap(one: Denial, other: Denial): boolean {
  return one.some((word) => other.some((second) => alike(word, second)));
}

function alike(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

function contraryWord({ said, source, sentence, likeness }: AlignedClause): string | undefined {
  if (likeness < 0.4) return undefined;
  for (const [here, there] of bothWays) {
    const word = here.exec(said)?.[0];
    const isOpposed = there.test(source) && !there.test(said) && !here.test(source);
    if (word !== undefined && isOpposed && !sentence.includes(word)) return word;
  }
  return undefined;
}

const bothWays = contraries.flatMap(([one, other]) => [
  [one, other] as const,
  [other, one] as const,
]);

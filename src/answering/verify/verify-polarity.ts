import { segmentWords } from '../../retrieval/tokenize.ts';
import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { contraries, negation, plainNegatives } from './polarity-words.ts';
import type { Fault } from './verify.ts';

/** A claim denies what its source denies and nothing else, and does not say the contrary of a word in it. */
export function checkPolarity(claim: string, evidence: Evidence): Fault | undefined {
  const aligned = alignClauses(claim, evidence.sentences);
  for (const clause of aligned) {
    const wrong =
      addedDenial(clause, { evidence, others: aligned.filter((one) => one !== clause) }) ??
      lostDenial(clause) ??
      plainlySaid(clause) ??
      contraryWord(clause) ??
      otherSide(clause);
    if (wrong !== undefined) return { fault: 'negation', detail: wrong };
  }
  return undefined;
}

/** What is denied: the words behind a negation, nearest first. */
type Denial = readonly string[];

const denialReach = 4;
const helpers = new Set(
  '有能会要曾再得可让把被给对在去来使用想肯愿过到为是因与和跟同向从的了最'.split(''),
);

/** Finds what a folded clause denies; words like 不断 deny nothing. */
export function findDenials(clause: string): readonly Denial[] {
  const plain = clause.replace(plainNegatives, (word) => '＿'.repeat(word.length));
  const found = [...plain.matchAll(negation)];
  return found.map((match, at) => {
    const next = found[at + 1]?.index ?? plain.length;
    const after = plain.slice(match.index + match[0].length, next);
    const before = /^是/u.test(after) ? segmentWords(plain.slice(0, match.index)).slice(-2) : [];
    const words = [...segmentWords(after), ...before].filter((word) => !helpers.has(word));
    return words.length === 0 ? [bareDenial(match[0])] : words.slice(0, denialReach);
  });
}

/** 「也不会」 denies 会; 「取消」 is denied whole. */
function bareDenial(word: string): string {
  return /^[不没未无]./u.test(word) ? word.slice(1) : word;
}

// Words that deny or lessen without one of the negations.
const softDenial =
  /免|缺|拒|停(?!车|放|靠)|取消|清零|为零|仅|防止|杜绝|消除|清除|难|减少|缺少|很少|少有|空白|中断|断绝|禁|从不|无|莫|绝|异常|反常|例外|不得/u;

interface ClauseAmong {
  readonly evidence: Evidence;
  /** The other clauses of the claim. */
  readonly others: readonly AlignedClause[];
}

function addedDenial(
  { said, source, sentence }: AlignedClause,
  { evidence: { sentences }, others }: ClauseAmong,
): string | undefined {
  const there = splitClauses(sentence).flatMap(findDenials);
  const taken = others.flatMap((other) => findDenials(other.said));
  const near = findDenials(source).filter((one) => !taken.some((other) => overlap(one, other)));
  const elsewhere = sentences.flatMap(splitClauses).flatMap(findDenials);
  for (const denial of findDenials(said)) {
    if (there.some((other) => overlap(denial, other))) continue;
    const [word = ''] = denial;
    const isKnown = sentences.some((one) => one.includes(word));
    if (isKnown && elsewhere.some((other) => overlap(denial, other))) continue;
    if (!sentence.includes(word) && (near.length > 0 || softDenial.test(source))) continue;
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
    .flat()
    .find((word) => said.includes(word) && !isAlsoPlain(word, sentence));
}

/** What the source denies in so many words and nowhere else says: 「全部外包」 for 「短信不外包」. */
function plainlySaid({ said, sentence }: AlignedClause): string | undefined {
  if (softDenial.test(said)) return undefined;
  const denied = findDenials(said);
  return splitClauses(sentence)
    .flatMap(findDenials)
    .filter((denial) => !denied.some((one) => overlap(one, denial)))
    .map(([first = '', second = '']) => (first.length > 1 ? first : first + second))
    .find((word) => word.length > 1 && said.includes(word) && !isAlsoPlain(word, sentence));
}

const side = /(\p{Script=Han}{2})([前后])/gu;

/** 「检票后」 for 「检票前」. */
function otherSide({ said, sentence }: AlignedClause): string | undefined {
  for (const [whole, what = '', where] of said.matchAll(side)) {
    const other = what + (where === '前' ? '后' : '前');
    if (!sentence.includes(whole) && sentence.includes(other)) return whole;
  }
  return undefined;
}

function isAlsoPlain(word: string, sentence: string): boolean {
  return splitClauses(sentence).some(
    (clause) =>
      clause.replace(negation, '＿').includes(word) &&
      !findDenials(clause).some((denial) => denial.join('').includes(word)),
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
  return (
    one.includes(other) ||
    other.includes(one) ||
    sameDeed.some((deed) => deed.test(one) && deed.test(other))
  );
}

// Deeds that are denied in several words: 不收钱 for 分文不取.
const sameDeed = [
  /^(?:收|取|要|收钱|收费|收取)$/u,
  /^(?:说|讲|谈|提)$/u,
  /^(?:办|搞|做|干)$/u,
  /^(?:出|给|拿|补贴|补)$/u,
  /^(?:通|有|开)$/u,
  /^(?:愿|愿意|肯|想)$/u,
];

function contraryWord({ said, source, sentence, likeness }: AlignedClause): string | undefined {
  if (likeness < 0.3) return undefined;
  for (const [here, there] of bothWays) {
    const word = here.exec(said)?.[0];
    const isOpposed = there.test(source) && !there.test(said) && !here.test(source);
    if (word !== undefined && isOpposed && !sentence.includes(word) && !isDenied(word, said))
      return word;
  }
  return undefined;
}

function isDenied(word: string, clause: string): boolean {
  return findDenials(clause).some((denial) => denial.some((one) => alike(one, word)));
}

const bothWays = contraries.flatMap(([one, other]) => [
  [one, other] as const,
  [other, one] as const,
]);

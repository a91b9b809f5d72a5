import { segmentWords } from '../retrieval/tokenize.ts';
import { type AlignedClause, alignClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { contraries, negation, plainNegatives } from './polarity-words.ts';
import type { Fault } from './verify.ts';

/** A claim denies what its source denies and nothing else, and does not say the contrary of a word in it. */
export function checkPolarity(claim: string, evidence: Evidence): Fault | undefined {
  const aligned = alignClauses(claim, evidence.sentences);
  const denied = aligned.map((clause) => wrongDenial(clause, evidence)).find(Boolean);
  if (denied !== undefined) return { fault: 'negation', detail: denied };
  const contrary = aligned.map((clause) => sayTheContrary(clause, evidence.text)).find(Boolean);
  return contrary === undefined ? undefined : { fault: 'negation', detail: contrary };
}

/** A denial that the source has not, or one of the source that the claim has not. */
function wrongDenial(
  { said, source, sentence, likeness }: AlignedClause,
  { text }: Evidence,
): string | undefined {
  const added = deniedWords(said).find((word) => !isDenialTold(word, { source, sentence, text }));
  if (added !== undefined) return added;
  if (likeness < 0.5) return undefined;
  const deniedThere = deniedWords(source);
  const deniedHere = new Set(deniedWords(said));
  const saysPlainly = (word: string) => said.includes(word) && !deniedHere.has(word);
  const isAlsoPlain = (word: string) => countOf(text, word) > countDenied(text, word);
  return deniedThere.find((word) => saysPlainly(word) && !isAlsoPlain(word));
}

const softDenial = /免|缺|拒|停|取消|零|仅|避免|防|杜绝|消除|清除|清零|难|少|空白|断/u;

function isDenialTold(
  word: string,
  {
    source,
    sentence,
    text,
  }: { readonly source: string; readonly sentence: string; readonly text: string },
): boolean {
  if (sentence.includes(word))
    return countDenied(sentence, word) > 0 || deniedWords(source).length > 0;
  if (text.includes(word)) return countDenied(text, word) > 0 || deniedWords(sentence).length > 0;
  return deniedWords(sentence).length > 0 || softDenial.test(sentence);
}

const helpers = new Set(
  '有能会要曾再得可让把被给对在去来使用想肯愿过到为是因与和跟同向从的了'.split(''),
);

/** What a text denies: the first word that carries meaning behind each negation. */
export function deniedWords(text: string): readonly string[] {
  const plain = text.replace(plainNegatives, (word) => '＿'.repeat(word.length));
  return [...plain.matchAll(negation)].flatMap((match) => {
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 10);
    const word = segmentWords(after).find((one) => !helpers.has(one));
    return word === undefined ? [] : [word];
  });
}

function countDenied(text: string, word: string): number {
  return deniedWords(text).filter((one) => one === word || one.includes(word) || word.includes(one))
    .length;
}

function countOf(text: string, word: string): number {
  return text.split(word).length - 1;
}

function sayTheContrary(
  { said, source, likeness }: AlignedClause,
  text: string,
): string | undefined {
  if (likeness < 0.4) return undefined;
  for (const [one, other] of contraries) {
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      const word = here.exec(said)?.[0];
      const isOpposed = there.test(source) && !there.test(said) && !here.test(source);
      if (word !== undefined && isOpposed && !text.includes(word)) return word;
    }
  }
  return undefined;
}

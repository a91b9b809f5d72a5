import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { everydayVerbs } from './everyday-verbs.ts';
import { freeWords } from './paraphrase-words.ts';
import { synonyms, widerWords } from './synonyms.ts';

/** Whether a word of two characters or more is neither its source's nor says something of it in other words. */
export function isNew(word: string, source: string): boolean {
  if (word.length < 2 || !/^\p{Script=Han}+$/u.test(word)) return false;
  return !isKnown(word, source) && !isPutTogether(word, source) && !isShortened(word, source);
}

/** Whether a word is grammar or an everyday verb, that can be no part of a name found. */
export function isFree(word: string): boolean {
  return word.length === 1 ? grammar.has(word) : everydayVerbs.has(word) || freeWords.has(word);
}

const grammar = new Set(
  '的了着过得地是在和与也都还又要就把被由从向到给让说不没有会能一二三两每各里',
);

const weekday = /(?:周|星期|礼拜)[一二三四五六日天]/gu;

/** Numbers and weekdays have their own checks. */
export function withoutNumbers(claim: string): string {
  return findNumerals(claim)
    .toReversed()
    .reduce(
      (rest, { start, text }) => `${rest.slice(0, start)} ${rest.slice(start + text.length)}`,
      claim,
    )
    .replace(weekday, ' ');
}

function isKnown(word: string, source: string): boolean {
  return source.includes(word) || isFree(word) || hasOtherName(word, source);
}

function hasOtherName(word: string, source: string): boolean {
  const others = [
    ...synonyms.filter((line) => line.includes(word)).flat(),
    ...(widerWords.get(word) ?? []),
  ];
  return others.some((other) => source.includes(other));
}

/** 「架子」 for 架, 「升到」, 「也在」: cut from particles and pieces of the source. */
function isPutTogether(word: string, source: string): boolean {
  if (isLoose(word) || /.[了着过]$/u.test(word)) return true;
  for (let at = 1; at < word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (isLoose(head) && isPiece(tail, source)) return true;
    if (isLoose(tail) && isPiece(head, source)) return true;
  }
  return false;
}

// Particles, complements and measure words that stick to the words beside them.
const particles = new Set(
  '的了着过得地之吗呢吧啊嘛在和与及或跟同对于把被由从向往到给让用以因为这那它他她其该此也都还又再就才很太更最没不要能可并且而但则等是有个次份张块条件去来说起出进成好完掉走回住上下里内外后前时做定仅只另将已曾正便却先每各共约近超多余几些们则其各项种子儿全只没不',
);

function isLoose(piece: string): boolean {
  return [...piece].every((one) => particles.has(one));
}

function isPiece(piece: string, source: string): boolean {
  return piece.length === 1 ? source.includes(piece) : isKnown(piece, source);
}

/** 「村支书」 for 「村党支部书记」: its characters stand close together, in order. */
function isShortened(word: string, source: string): boolean {
  const reach = word.length * 2 + 2;
  const [first = ''] = word;
  for (let at = source.indexOf(first); at !== -1; at = source.indexOf(first, at + 1))
    if (isWithin(word, source.slice(at, at + reach))) return true;
  return false;
}

function isWithin(word: string, window: string): boolean {
  let from = 0;
  for (const character of word) {
    const at = window.indexOf(character, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

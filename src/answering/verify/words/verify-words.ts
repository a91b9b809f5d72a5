import { cutOnce } from '../cut-once.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { isFree, isNew, withoutNumbers } from './known-words.ts';

// Grammar, and verbs that only report: they need not stand in the source.
const carrying = new Set(
  '的了着过得地之吗呢吧啊在和与及或跟同对于把被由从向往到给让用以因为这那它他她其该此也都还又再就才很太更最不没要会能可并且而但则等所是有个名位家件次中上下里时后前来去做说称',
);

/** Least share of a claim's characters that its evidence must hold. */
const leastShare = 0.48;

/** Enough of what a claim says must stand in what it cites: told in characters, so that a synonym costs little. */
export const wordRules: Rules = {
  'words-untold': { fault: 'words', isCertain: true, find: untoldWords },
};

function untoldWords(claim: string, { text, headings }: Evidence): string | undefined {
  const source = `${text}\n${headings}`;
  const words = cutOnce(withoutNumbers(claim)).filter((word) => !carrying.has(word));
  const told = words.map((word) => toldOf(word, source) * word.length);
  // Its figures have been found there by now.
  const figures = claim.length - withoutNumbers(claim).replace(/\s/gu, '').length;
  const all = words.reduce((sum, word) => sum + word.length, figures);
  const held = told.reduce((sum, part) => sum + part, figures);
  if (all === 0 || held / all >= leastShare) return undefined;
  return words.filter((word) => !source.includes(word)).join(' ');
}

// A free word says little, and is rarely all a claim says.
const freeWorth = 0.5;

/** 1 for a word that stands in the source, itself or in other words, else half the share of its characters that do. */
function toldOf(word: string, source: string): number {
  if (source.includes(word)) return 1;
  if (isFree(word)) return freeWorth;
  if (/^\p{Script=Han}{2,}$/u.test(word) && !isNew(word, source)) return 1;
  const characters = [...word];
  return characters.filter((one) => source.includes(one)).length / characters.length / 1.5;
}

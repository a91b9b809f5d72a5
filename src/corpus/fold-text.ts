import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

// Zero-width and bidirectional controls, soft hyphens, joiners, variation selectors.
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

// These stay as they are on their own and change in a phrase (答覆, 怎么): found by going through OpenCC's TSPhrases.
const changedInPhrases = new Set('坏瞭么藉俱覆沈彷甦哩衹');

/**
 * Folds a text for matching only: NFKC, lower case, invisible characters stripped, traditional
 * characters to simplified ones. Never for display: the length may change.
 */
export function foldText(text: string): string {
  const folded = text.replace(invisible, '').normalize('NFKC').toLowerCase();
  for (const character of folded) if (isConvertible(character)) return toSimplified(folded);
  return folded;
}

// Looking for phrases costs twenty times as much as this look at single characters.
const known = new Map<string, boolean>();

function isConvertible(character: string): boolean {
  const before = known.get(character);
  if (before !== undefined) return before;
  const answer = changedInPhrases.has(character) || toSimplified(character) !== character;
  known.set(character, answer);
  return answer;
}

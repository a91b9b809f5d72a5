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
  return holdsConvertible(folded) ? toSimplified(folded) : folded;
}

// Looking for phrases costs twenty times as much as this look at single UTF-16 units.
const unknown = 0;
const kept = 1;
const convertible = 2;
const units = new Uint8Array(0x1_0000);

function holdsConvertible(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (units[unit] === unknown) units[unit] = judge(text.charAt(at));
    if (units[unit] === convertible) return true;
  }
  return false;
}

/** Half of a character beyond the basic plane tells nothing: such texts are converted. */
function judge(unit: string): number {
  if (/\p{Surrogate}/u.test(unit) || changedInPhrases.has(unit)) return convertible;
  return toSimplified(unit) === unit ? kept : convertible;
}

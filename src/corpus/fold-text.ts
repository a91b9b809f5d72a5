import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

// Zero-width and bidirectional controls, soft hyphen, word joiner, variation selectors.
const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu;

/**
 * Folds a text for matching only: NFKC, lower case, invisible characters stripped, traditional
 * characters to simplified ones. Never for display: the length may change.
 */
export function foldText(text: string): string {
  return toSimplified(text.replace(invisible, '').normalize('NFKC').toLowerCase());
}

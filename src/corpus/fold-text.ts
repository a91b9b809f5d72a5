import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

// Zero-width and bidirectional controls, soft hyphens, joiners, variation selectors.
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Folds a text for matching only: NFKC, lower case, invisible characters stripped, traditional
 * characters to simplified ones. Never for display: the length may change.
 */
export function foldText(text: string): string {
  return toSimplified(text.replace(invisible, '').normalize('NFKC').toLowerCase());
}

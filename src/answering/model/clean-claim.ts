import { stripInvisible } from '../strip-invisible.ts';

const mark = /\*\*|__|~~|`+|^\s*(?:[-*•]|#{1,6})\s+|^\s*>\s*/gmu;
/** `[1]` or `［1］`: what a claim cites is told apart from its text. */
const citationMark = /[[［【]\s*\d{1,2}(?:\s*[,，、-]\s*\d{1,2})*\s*[\]］】]/gu;

/** A claim in plain words: no marks, no invisible characters, one line. */
export function cleanClaim(text: string): string {
  return stripInvisible(text)
    .replace(mark, '')
    .replace(citationMark, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

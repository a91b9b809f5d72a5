/** A text without what no paper prints. */
interface PrintableText {
  readonly text: string;
  /** Line of the first character that was taken out, counted from 1; null when there was none. */
  readonly line: number | null;
}

export const unprintableReason = '里面有控制字符或残缺的字，已经去掉';

// Controls but for tab, line and page breaks; halves of surrogate pairs; code points that are no characters.
const unprintable = /[^\P{Cc}\t\n\f\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** Takes NUL, other control characters and lone surrogates out of a text: databases and Telegram refuse them. */
export function stripUnprintable(text: string): PrintableText {
  const first = text.search(unprintable);
  if (first < 0) return { text, line: null };
  const line = text.slice(0, first).split('\n').length;
  return { text: text.replace(unprintable, ''), line };
}

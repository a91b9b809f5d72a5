/** A non-blank line of a page. */
export interface PageLine {
  /** Counted from 1, blank lines included. */
  readonly number: number;
  /** As printed, but for white space around it and the gaps of letter-spaced text. */
  readonly text: string;
  /** Blank lines between the line before and this one. */
  readonly blanksBefore: number;
  /** White space before it, in full-width characters. */
  readonly indent: number;
  /** In full-width characters, a paragraph's indent included; a Latin letter or digit is half of one. */
  readonly width: number;
  /** Font size relative to that of the page's body, where the file tells it. */
  readonly size: number | null;
}

/** Cuts a page's text into its non-blank lines. */
export function toPageLines(text: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  const margin = commonIndent(text);
  let blanksBefore = 0;
  for (const [index, raw] of text.split(/\r\n|[\n\r\f\u2028\u2029]/).entries()) {
    const tidy = tidyLine(raw);
    if (tidy === '') {
      blanksBefore += 1;
      continue;
    }
    const indent = indentOf(raw) - margin;
    lines.push({
      number: index + 1,
      text: tidy,
      blanksBefore,
      indent,
      width: widthOf(tidy) + (indent >= 1.5 && indent <= 2.6 ? indent : 0),
      size: null,
    });
    blanksBefore = 0;
  }
  return lines;
}

/** What all lines are set in by. */
function commonIndent(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of text.split('\n'))
    if (line.trim() !== '') least = Math.min(least, indentOf(line));
  return Number.isFinite(least) ? least : 0;
}

function indentOf(line: string): number {
  return widthOf(/^[\s\u3000]*/u.exec(line)?.[0] ?? '');
}

/** The width of a text in full-width characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isHalf(character) ? 0.5 : 1;
  return width;
}

/** Latin characters, and the quotation marks that newspapers set narrow. */
function isHalf(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x2000 || /[“”‘’]/.test(character);
}

/** Strips white space and invisible characters, and closes letter-spaced text. */
export function tidyLine(raw: string): string {
  const visible = raw
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\s\u3000]+/gu, ' ');
  return closeLetterSpacing(visible.trim());
}

const han = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’…—]';
const gap = new RegExp(`(?<=${han}) (?=${han})`, 'gu');
const single = new RegExp(`(?<=^| )${han}(?= |$)`, 'gu');

/** 党 旗 领 航 is 党旗领航, printed so to fill the line. A list of names keeps its spaces. */
function closeLetterSpacing(line: string): string {
  if (!line.includes(' ') || /记者|通讯员|编辑|校对|责编|美编/.test(line)) return line;
  const singles = line.match(single)?.length ?? 0;
  return singles < 3 ? line : line.replace(gap, '');
}

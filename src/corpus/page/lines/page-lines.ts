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
  /** Stands in text whose paragraphs begin with an indent of two characters. */
  readonly inIndentedText: boolean;
  /** Printed with white space between its characters. */
  readonly isSpaced: boolean;
  /** Font size relative to that of the page's body, where the file tells it. */
  readonly size: number | null;
}

/** Cuts a page's text into its non-blank lines. */
export function toPageLines(text: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  const margin = commonIndent(text);
  const scale = indentScale(text, margin);
  let blanksBefore = 0;
  for (const [index, raw] of text.split(/\r\n|[\n\r\f\u2028\u2029]/).entries()) {
    const tidy = tidyLine(raw);
    if (tidy === '') {
      blanksBefore += 1;
      continue;
    }
    const indent = (indentOf(raw) - margin) * scale;
    lines.push({
      number: index + 1,
      text: tidy,
      blanksBefore,
      indent,
      width: widthOf(tidy) + (isIndented({ indent }) ? indent : 0),
      inIndentedText: false,
      isSpaced: /^\s*\S(?:\s+\S){2,}\s*$/u.test(raw),
      size: null,
    });
    blanksBefore = 0;
  }
  return markIndentedText(closeWideGaps(lines));
}

/**
 * Where every gap is two blank lines or more, the first of them is how the page was extracted; so it is where a blank
 * line stands between all lines, in the middle of sentences too.
 */
function closeWideGaps(lines: readonly PageLine[]): readonly PageLine[] {
  const gaps = lines.flatMap(({ blanksBefore }) => (blanksBefore > 0 ? [blanksBefore] : []));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.05)] ?? 1;
  if (isSpacedOut(lines, gaps.length)) {
    return lines.map((line) => ({ ...line, blanksBefore: Math.max(0, line.blanksBefore - usual) }));
  }
  if (usual === 1) return lines;
  return lines.map((line) => ({
    ...line,
    blanksBefore: Math.max(Math.min(1, line.blanksBefore), line.blanksBefore - usual + 1),
  }));
}

/** All lines stand apart, and most break off a sentence. */
function isSpacedOut(lines: readonly PageLine[], gaps: number): boolean {
  const broken = lines.filter(({ text }) => /[\p{Script=Han}，、\d]$/u.test(text)).length;
  return lines.length >= 20 && gaps >= lines.length * 0.95 && broken >= lines.length * 0.6;
}

/** Lines this near to an indented one are set like it: paragraphs are hardly longer. */
const reach = 14;

/** Tells for each line whether the text around it begins its paragraphs with an indent; one page may have both. */
export function markIndentedText(lines: readonly PageLine[]): readonly PageLine[] {
  const indented = lines.map((line) => isIndented(line));
  const count = indented.filter((is) => is).length;
  if (count < 3 || count < lines.length * 0.08) return lines;
  return lines.map((line, index) => ({
    ...line,
    inIndentedText: indented.slice(Math.max(0, index - reach), index + reach + 1).some((is) => is),
  }));
}

/** Set in by about two characters, as paragraphs are. */
export function isIndented({ indent }: Pick<PageLine, 'indent'>): boolean {
  return indent >= 1.5 && indent <= 2.6;
}

/** Set far to the right, as signatures are. */
export function isSetRight({ indent }: PageLine): boolean {
  return indent > 2.6;
}

/** What all lines are set in by. */
function commonIndent(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of text.split('\n'))
    if (line.trim() !== '') least = Math.min(least, indentOf(line));
  return Number.isFinite(least) ? least : 0;
}

/** 2 where two narrow spaces, as wide as one character, stand for the two of a paragraph's indent, else 1. */
function indentScale(text: string, margin: number): number {
  const indents = text
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [indentOf(line) - margin]));
  const narrow = indents.filter((indent) => indent === 1).length;
  const others = indents.filter((indent) => isIndented({ indent })).length;
  return narrow >= 3 && narrow > others ? 2 : 1;
}

/** A tab stands for the two characters of a paragraph's indent. */
function indentOf(line: string): number {
  return widthOf((/^[\s\u3000]*/u.exec(line)?.[0] ?? '').replaceAll('\t', '\u3000\u3000'));
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

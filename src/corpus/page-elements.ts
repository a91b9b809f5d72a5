import { nobody, type People } from './bylines.ts';
import { endsSentence, type RoleLine } from './find-headings.ts';
import { groupHeadings, type HeadingGroup } from './heading-groups.ts';
import { continuesParagraph, type Paragraph, readParagraph } from './paragraph.ts';

/** What a page is made of, in the order it was printed. */
export type PageElement =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'headings'; readonly groups: readonly HeadingGroup[] }
  | { readonly kind: 'byline' | 'credit'; readonly line: RoleLine; readonly people: People }
  | { readonly kind: 'furniture'; readonly line: RoleLine };

/** Joins lines to paragraphs and headings to groups. */
export function toElements(lines: readonly RoleLine[]): readonly PageElement[] {
  const usualBlanks = usualBlankLines(lines);
  const elements: PageElement[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = elementEnd(lines, start, usualBlanks);
    const taken = lines.slice(start, end);
    const element = toElement(taken, usualBlanks);
    if (element !== null) elements.push(element);
    start = end;
  }
  return elements;
}

/** How many blank lines mostly stand between two lines: 1 where every paragraph is one line, else 0. */
function usualBlankLines(lines: readonly RoleLine[]): number {
  const blanks = lines.slice(1).map(({ line }) => line.blanksBefore).toSorted((a, b) => a - b);
  return Math.min(1, blanks[Math.floor(blanks.length / 2)] ?? 0);
}

function isHeading({ role }: RoleLine): boolean {
  return role === 'heading' || role === 'kicker';
}

function elementEnd(lines: readonly RoleLine[], start: number, usualBlanks: number): number {
  const first = lines[start];
  let end = start + 1;
  if (first === undefined) return end;
  if (isHeading(first)) {
    for (let line = lines[end]; line !== undefined && isHeading(line); line = lines[end]) end += 1;
    return end;
  }
  if (!['text', 'lead', 'marked', 'note'].includes(first.role)) return end;
  for (let before = first, line = lines[end]; line !== undefined; line = lines[end]) {
    // A name in brackets ends the paragraph above it.
    const signs = line.role === 'signature' || line.role === 'jump';
    if (!signs && !continuesParagraph(before, line, usualBlanks)) return end;
    end += 1;
    if (signs) return end;
    before = line;
  }
  return end;
}

function toElement(lines: readonly RoleLine[], usualBlanks: number): PageElement | null {
  const [first] = lines;
  if (first === undefined) return null;
  if (isHeading(first)) return { kind: 'headings', groups: groupHeadings(lines, usualBlanks) };
  if (first.role === 'byline' || first.role === 'credit') {
    return { kind: first.role, line: first, people: first.people ?? nobody };
  }
  if (first.role === 'furniture' || first.role === 'signature' || first.role === 'jump') {
    return { kind: 'furniture', line: first };
  }
  const afterGap = first.line.blanksBefore > usualBlanks + 1;
  return { kind: 'paragraph', paragraph: signed(lines, { afterGap }) };
}

function signed(lines: readonly RoleLine[], options: { readonly afterGap: boolean }): Paragraph {
  const last = lines.at(-1);
  if (last === undefined || (last.role !== 'signature' && last.role !== 'jump')) {
    return readParagraph(lines, options);
  }
  const paragraph = readParagraph(lines.slice(0, -1), options);
  const own = {
    ...paragraph,
    lines: [...paragraph.lines, last.line],
    isFinished: endsSentence(paragraph.text) || last.role === 'signature',
  };
  if (last.role === 'jump') return { ...own, jump: last.line.text };
  const people = last.people ?? nobody;
  return people.photographers.length > 0
    ? { ...own, credit: people }
    : { ...own, signature: people };
}

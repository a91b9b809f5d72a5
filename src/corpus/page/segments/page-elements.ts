import type { HeadingGroup } from '../headlines/heading-group.ts';
import { readStacks } from '../headlines/heading-groups.ts';
import { type HeadingStack, stackHeadings } from '../headlines/stack-headings.ts';
import { nobody, type People, readPeople } from '../lines/bylines.ts';
import type { LineRole } from '../lines/line-roles.ts';
import { isIndented } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import type { RoleLine } from '../lines/role-line.ts';
import { continuesParagraph, type Paragraph, readParagraph } from './paragraph.ts';

/** What a page is made of, in the order it was printed. */
export type PageElement =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'headings'; readonly groups: readonly HeadingGroup[] }
  | { readonly kind: 'byline' | 'credit'; readonly line: RoleLine; readonly people: People }
  | { readonly kind: 'furniture'; readonly line: RoleLine };

/** An element whose headings are not yet told apart: that takes all of the page's. */
type Draft =
  | Exclude<PageElement, { readonly kind: 'headings' }>
  | { readonly kind: 'stacks'; readonly stacks: readonly HeadingStack[] };

/** Joins lines to paragraphs and headings to groups. */
export function toElements(lines: readonly RoleLine[], style: PageStyle): readonly PageElement[] {
  const drafts = draftElements(lines, style);
  const groups = readStacks(
    drafts.flatMap((draft) => (draft.kind === 'stacks' ? draft.stacks : [])),
    style,
  );
  return drafts.map((draft) =>
    draft.kind === 'stacks'
      ? { kind: 'headings', groups: draft.stacks.flatMap((stack) => groups.get(stack) ?? []) }
      : draft,
  );
}

function draftElements(lines: readonly RoleLine[], style: PageStyle): readonly Draft[] {
  const elements: Draft[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = elementEnd(lines, start, style);
    elements.push(
      ...toElement(lines.slice(start, end), { before: lines[start - 1], next: lines[end], style }),
    );
    start = end;
  }
  return elements;
}

function isHeading({ role }: RoleLine): boolean {
  return role === 'heading' || role === 'kicker';
}

const bodyRoles: ReadonlySet<LineRole> = new Set(['text', 'lead', 'marked', 'note', 'row']);

/** The first line that is no part of the element that begins at `start`. */
function elementEnd(lines: readonly RoleLine[], start: number, style: PageStyle): number {
  const first = lines[start];
  if (first === undefined) return start + 1;
  if (isHeading(first)) {
    const end = lines.findIndex((line, index) => index > start && !isHeading(line));
    return end < 0 ? lines.length : end;
  }
  return bodyRoles.has(first.role) ? paragraphEnd(lines, start, style) : start + 1;
}

function paragraphEnd(lines: readonly RoleLine[], start: number, style: PageStyle): number {
  for (let end = start + 1; end < lines.length; end += 1) {
    const [before, line] = lines.slice(end - 1, end + 1);
    if (before === undefined || line === undefined) return end;
    // A name in brackets ends the paragraph above it.
    if (line.role === 'signature' || line.role === 'jump') return end + 1;
    if (!continuesParagraph(before, line, style)) return end;
  }
  return lines.length;
}

interface Around {
  readonly before: RoleLine | undefined;
  readonly next: RoleLine | undefined;
  readonly style: PageStyle;
}

function toElement(lines: readonly RoleLine[], around: Around): readonly Draft[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (isHeading(first)) return headingElements(lines, around);
  if (first.role === 'byline' || first.role === 'credit') {
    return [{ kind: first.role, line: first, people: first.people ?? nobody }];
  }
  // （闻一川） below a headline rather than below a text.
  const { before } = around;
  if (
    first.role === 'signature' &&
    first.people !== null &&
    before !== undefined &&
    isHeading(before)
  ) {
    return [{ kind: 'byline', line: first, people: first.people }];
  }
  if (first.role === 'furniture' || first.role === 'signature' || first.role === 'jump') {
    return [{ kind: 'furniture', line: first }];
  }
  return [{ kind: 'paragraph', paragraph: signed(lines, around) }];
}

const penName = /^[^\P{Script=Han}了的在和是有]{2,3}$/u;

/** 铁振邦（红旗里社区党委书记） */
const nameAndPost =
  /^([\p{Script=Han}]{2,4})\s*[（(][^（）()]*(?:书记|主任|[局部院校厂所科站队处村镇乡县市区班连]长|教授|研究员|干部|[委党职队会]员|主席|经理|教师|老师|学生|市民|居民|村民|职工|工人|[记作]者|通讯员)[）)]$/u;

function readWriter(text: string): People | null {
  const name = nameAndPost.exec(text)?.[1] ?? (penName.test(text) ? text : null);
  return name === null ? null : readPeople(name);
}

/** A name of two or three characters between a headline and its text is the writer's. */
function headingElements(lines: readonly RoleLine[], { next, style }: Around): readonly Draft[] {
  const last = lines.at(-1);
  const before = lines.at(-2);
  const isName =
    last !== undefined &&
    before !== undefined &&
    (next?.role === 'text' || next?.role === 'lead') &&
    last.line.blanksBefore <= style.usualBlanks &&
    (before.line.width >= 6 || nameAndPost.test(last.line.text));
  const people = isName ? readWriter(last.line.text) : null;
  if (last === undefined || people === null)
    return [{ kind: 'stacks', stacks: stackHeadings(lines, style) }];
  return [
    { kind: 'stacks', stacks: stackHeadings(lines.slice(0, -1), style) },
    { kind: 'byline', line: last, people },
  ];
}

function signed(lines: readonly RoleLine[], { next, style }: Around): Paragraph {
  const [first] = lines;
  const last = lines.at(-1);
  const isSigned = last?.role === 'signature' || last?.role === 'jump';
  const isFlush = first?.role === 'text' && first.line.inIndentedText && !isIndented(first.line);
  const paragraph = readParagraph(isSigned ? lines.slice(0, -1) : lines, {
    afterGap: (first?.line.blanksBefore ?? 0) > style.usualBlanks + 1,
    startsFlush: isFlush && (first?.line.blanksBefore ?? 0) > 0,
    endsHere:
      next !== undefined &&
      next.line.blanksBefore === 0 &&
      isIndented(next.line) &&
      next.line.inIndentedText,
  });
  if (last === undefined || !isSigned) return paragraph;
  const all = [...paragraph.lines, last.line];
  if (last.role === 'jump') return { ...paragraph, lines: all, jump: last.line.text };
  const people = last.people ?? nobody;
  const named = people.photographers.length > 0 ? { credit: people } : { signature: people };
  return { ...paragraph, lines: all, isFinished: true, ...named };
}

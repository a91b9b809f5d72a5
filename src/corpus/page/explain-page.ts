import type { LineRole } from './lines/line-roles.ts';
import type { RoleLine } from './lines/role-line.ts';
import type { SplitPage } from './split-page.ts';

/** A non-blank line of a page, with what it was taken for and why. */
export interface ExplainedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly takenFor: '标题' | '正文' | '署名' | '栏目名' | '版面信息' | '未归属的标题' | '未归属';
  readonly why: string;
  /** Place of its article among those of the page, from 0; null for what belongs to none. */
  readonly article: number | null;
}

/** Tells of every line of a page what it was taken for: nothing is dropped silently. */
export function explainPage({
  items,
  columns,
  unassigned,
  roles,
}: SplitPage): readonly ExplainedLine[] {
  const places = new Map<number, Pick<ExplainedLine, 'takenFor' | 'article'>>();
  const place = (
    lines: readonly { readonly number: number }[],
    takenFor: ExplainedLine['takenFor'],
    article: number | null,
  ) => {
    for (const { number } of lines) places.set(number, { takenFor, article });
  };
  for (const { lines } of columns) place(lines, '栏目名', null);
  for (const { lines } of unassigned) place(lines, '未归属的标题', null);
  for (const [index, { segment, headline }] of items.entries()) {
    place(
      segment.paragraphs.flatMap(({ lines }) => lines),
      '正文',
      index,
    );
    place(segment.signLines, '署名', index);
    if (headline !== null) place(headline.lines, '标题', index);
  }
  return roles.map((role) => {
    const { takenFor, article } = places.get(role.line.number) ?? defaultPlace(role);
    const { number: line, text } = role.line;
    return { line, text, takenFor, why: role.why, article };
  });
}

const furniture: ReadonlySet<LineRole> = new Set(['furniture', 'jump', 'signature']);

function defaultPlace({ role }: RoleLine): Pick<ExplainedLine, 'takenFor' | 'article'> {
  return { takenFor: furniture.has(role) ? '版面信息' : '未归属', article: null };
}

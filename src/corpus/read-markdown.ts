import { type ReadText, readRecord, type TextContext } from './article-record.ts';
import { splitFrontMatter } from './front-matter.ts';

/** Reads one article from Markdown with front matter; without a title there, a first `# heading` is the title. */
export function readMarkdown(text: string, { file, source, idAt }: TextContext): ReadText {
  const { fields, body, problem, lineOf } = splitFrontMatter(text);
  const paragraphs = plainParagraphs(body);
  const [first] = paragraphs;
  const hasTitle = typeof fields.title === 'string' && fields.title.trim() !== '';
  const heading = !hasTitle && first?.startsWith('# ') ? first.slice(2).trim() : null;
  const record = {
    ...fields,
    ...(heading === null ? {} : { title: heading }),
    body: (heading === null ? paragraphs : paragraphs.slice(1))
      .map((line) => line.replace(/^#+\s+/, ''))
      .join('\n'),
  };
  const { article, problems } = readRecord(record, { file, source, id: idAt(null) });
  return {
    articles: article === null ? [] : [article],
    problems: [
      ...(problem === null ? [] : [problem]),
      ...problems.map(({ field, reason }) => ({ line: lineOf(field), reason })),
    ],
  };
}

// A line that begins a heading, a list item, a quotation or a table row.
const blockStart = /^(?:#+\s|[-*+•]\s|\d+[.)、]|[>|])/;
const sentenceEnd = /[。！？!?；;：:…][”’」』）)】》"']*$/;
/** A shorter line that ends without a full stop is a heading rather than a broken paragraph. */
const wrappedLength = 20;

/** Markdown as paragraphs of plain text; hard-wrapped lines are joined again. */
function plainParagraphs(markdown: string): readonly string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const raw of markdown.split('\n')) {
    const line = raw.trim();
    const last = paragraphs.at(-1);
    const joins = open && last !== undefined && !blockStart.test(line) && isWrapped(last);
    if (line !== '' && joins) paragraphs.splice(-1, 1, join(last, line));
    else if (line !== '') paragraphs.push(line);
    open = line !== '';
  }
  return paragraphs.map(withoutMarks).filter((paragraph) => paragraph !== '');
}

function isWrapped(line: string): boolean {
  return line.length >= wrappedLength && !line.startsWith('#') && !sentenceEnd.test(line);
}

function join(left: string, right: string): string {
  return /\w$/.test(left) && /^\w/.test(right) ? `${left} ${right}` : left + right;
}

function withoutMarks(paragraph: string): string {
  return paragraph
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .trim();
}

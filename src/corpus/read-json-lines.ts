import type { Article } from './article.ts';
import { type ReadText, readRecord, type TextContext } from './article-record.ts';
import { isRecord } from './front-matter.ts';

/** Reads one article a line. A line that holds a question and no body belongs to a question file and is no article. */
export function readJsonLines(text: string, { file, source, idAt }: TextContext): ReadText {
  const articles: Article[] = [];
  const problems: { line: number | null; reason: string }[] = [];
  const keepId = createIdKeeper();
  let questions = 0;
  const take = (written: string, line: number): void => {
    const record = parseLine(written);
    if (record === null) {
      problems.push({ line, reason: '这一行不是正确的 JSON 对象，没有收入' });
      return;
    }
    if (isQuestion(record)) {
      questions += 1;
      return;
    }
    const read = readRecord(record, { file, source, id: idAt(line) });
    for (const { reason } of read.problems) problems.push({ line, reason });
    if (read.article === null) return;
    const taken = keepId(read.article.id, line);
    if (taken === null) {
      articles.push(read.article);
      return;
    }
    problems.push({ line, reason: `编号与第 ${taken} 行相同，这一篇改用自动编号` });
    articles.push({ ...read.article, id: idAt(line) });
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') take(line, index + 1);
  }
  if (questions > 0) {
    problems.push({ line: null, reason: `有 ${questions} 行是问题而不是文章，没有收入` });
  }
  if (articles.length === 0 && problems.length === 0) {
    problems.push({ line: null, reason: '文件里没有文章' });
  }
  return { articles, problems };
}

/** Tells on which earlier line an id was used, or null when it is new. */
function createIdKeeper(): (id: string, line: number) => number | null {
  const lines = new Map<string, number>();
  return (id, line) => {
    const earlier = lines.get(id) ?? null;
    if (earlier === null) lines.set(id, line);
    return earlier;
  };
}

function parseLine(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function isQuestion(record: Readonly<Record<string, unknown>>): boolean {
  return ('question' in record || 'turns' in record) && !('body' in record) && !('text' in record);
}

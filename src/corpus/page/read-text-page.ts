import type { ReadText, TextContext } from '../article-record.ts';
import { buildArticles } from './build-articles.ts';
import { type ExplainedLine, explainPage } from './explain-page.ts';
import { type PageLine, toPageLines } from './lines/page-lines.ts';
import { splitPage } from './split-page.ts';

/** The articles of a page, with what every line of it was taken for. */
export interface ReadPage extends ReadText {
  readonly lines: readonly ExplainedLine[];
}

/** Pages have some hundred lines; beyond this it is no page. */
const mostLines = 20_000;

/** Reads a newspaper page from its extracted text. */
export function readTextPage(text: string, context: TextContext): ReadPage {
  return readPageLines(toPageLines(text), context);
}

/** Reads a page from lines that may carry font sizes. */
export function readPageLines(lines: readonly PageLine[], context: TextContext): ReadPage {
  const refused = (reason: string): ReadPage => ({
    articles: [],
    lines: [],
    problems: [{ line: null, reason }],
  });
  if (lines.length === 0) return refused('文件里没有文字');
  if (lines.length > mostLines) {
    return refused(`文件有 ${lines.length} 行，不像一个报纸版面，请先按版面拆开`);
  }
  const page = splitPage(lines);
  const articles = buildArticles(page.items, context);
  const problems = articles.length === 0 ? [{ line: null, reason: '没有找到文章' }] : [];
  return { articles, lines: explainPage(page), problems };
}

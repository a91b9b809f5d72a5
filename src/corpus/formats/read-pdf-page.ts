import type { TextContext } from '../article-record.ts';
import { type ReadPage, readPageLines } from '../page/read-text-page.ts';
import { stripUnprintable } from '../unprintable.ts';
import { layOutPage } from './pdf-layout.ts';
import { readPdf } from './read-pdf.ts';

/** Reads the newspaper pages of a PDF; each page is split by itself. */
export async function readPdfPage(
  path: string,
  context: TextContext,
): Promise<ReadPage | { readonly reason: string }> {
  const pdf = await readPdf(path);
  if ('reason' in pdf) return pdf;
  if (pdf.pages.every((texts) => texts.length === 0)) {
    return { reason: 'PDF 里没有文字，可能是扫描图片；请先做文字识别（OCR）再收入' };
  }
  let linesBefore = 0;
  const pages = pdf.pages
    .filter((texts) => texts.length > 0)
    .map((texts) => {
      const first = linesBefore;
      const lines = layOutPage(texts).map((line) => ({
        ...line,
        number: line.number + first,
        text: stripUnprintable(line.text).text,
      }));
      linesBefore += lines.length;
      return readPageLines(lines, context);
    });
  let articlesBefore = 0;
  const explained = pages.flatMap(({ articles, lines }) => {
    const first = articlesBefore;
    articlesBefore += articles.length;
    return lines.map((line) => ({
      ...line,
      article: line.article === null ? null : line.article + first,
    }));
  });
  return {
    articles: pages.flatMap(({ articles }) => articles),
    lines: explained,
    problems: pages.flatMap(({ problems }) => problems),
  };
}

import { readTextPage } from '../../../src/corpus/page/read-text-page.ts';

/** The articles of a page in plain text. */
export function readPage(text: string) {
  return readTextPage(text, { file: 'page.txt', source: {}, idAt: (line) => `page#${line}` })
    .articles;
}

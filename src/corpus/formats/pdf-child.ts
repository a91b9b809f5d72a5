// The program of the child process that reads a PDF: one JSON line a page on standard output, then it ends.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { PlacedText } from './text-fragments.ts';

/** So many pages have no single issue; the rest is left out. */
const mostPages = 64;

await printPages(process.argv[2] ?? '');

async function printPages(path: string): Promise<void> {
  // pdf.js builds a matrix at import that only drawing would need; Node has no such class.
  Object.assign(globalThis, { DOMMatrix: class {}, Path2D: class {}, ImageData: class {} });
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdf.getDocument({
    data: new Uint8Array(await readFile(path)),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await task.promise;
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items
      .filter((item) => 'str' in item)
      .filter(({ str }) => str.trim() !== '')
      .map((item) => place(item, height));
    process.stdout.write(`${JSON.stringify({ page: number, pages: document.numPages, texts })}\n`);
    page.cleanup();
  }
  await task.destroy();
}

function place({ str, transform, width, height }: TextItem, pageHeight: number): PlacedText {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform.map(Number);
  const size = Math.max(Math.hypot(a, b), Math.abs(d), height);
  return { text: str, x, y: pageHeight - y, width, size };
}

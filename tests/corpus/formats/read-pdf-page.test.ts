import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/corpus/formats/read-pdf.ts';
import { parsePage } from '../../../src/corpus/read-articles.ts';
import { noVocabulary, useArticleFiles } from '../article-files.ts';

const pdfFolder = join(import.meta.dirname, 'pdf');
const { place, write } = useArticleFiles();

describe('PDF', () => {
  test('columns, a headline over three of them, a box, a vertical headline and a caption', async () => {
    const { articles, problems } = await parsePage(join(pdfFolder, 'party-page.pdf'), {
      vocabulary: noVocabulary,
    });
    expect(problems).toEqual([]);
    expect(
      articles.map(({ kind, kicker, title, reporters, correspondents, photographers }) => ({
        kind,
        kicker,
        title,
        people: [...reporters, ...correspondents, ...photographers],
      })),
    ).toEqual([
      { kind: 'article', kicker: '桦林街道', title: '把议事桌搬到大槐树下', people: ['孟小舟'] },
      {
        kind: 'article',
        kicker: null,
        title: '渡口村晒出小微权力清单',
        people: ['罗冬青', '田野'],
      },
      { kind: 'article', kicker: null, title: '夜校亮灯到九点', people: ['苏木'] },
      { kind: 'photo-caption', kicker: null, title: null, people: ['韩松'] },
    ]);
    const [first, second, third, caption] = articles.map(({ body }) => body);
    expect(first).toMatch(/^桦林街道有六个老小区.*送给每一位新到任的楼栋长。$/su);
    expect(first).toContain('第一次开桌，桦林社区来了七位居民，议的是自行车棚漏雨。');
    expect(second).toMatch(/比念十遍文件管用。$/u);
    expect(third).toMatch(/师徒一起解决车间里的一道难题。$/u);
    expect(caption).toBe('6月5日，白桦县林场的党员在苗圃里为新栽的云杉浇水。');
  });

  test('a scan, a damaged file and a file that is none are told apart', async () => {
    const reason = async (path: string) =>
      (await parsePage(path, { vocabulary: noVocabulary })).problems.map(
        (problem) => problem.reason,
      );
    expect(await reason(join(pdfFolder, 'scan.pdf'))).toEqual([
      'PDF 里没有文字，可能是扫描图片；请先做文字识别（OCR）再收入',
    ]);
    expect(await reason(await write('cut.pdf', '%PDF-1.7\n1 0 obj<</Type'))).toEqual([
      'PDF 文件已经损坏，或者不是 PDF',
    ]);
  });

  test('a file that unfolds beyond the memory it may have is stopped', async () => {
    const path = await write('bomb.pdf', bomb());
    const read = await readPdf(path, { megabytes: 256, millisecondsPerPage: 20_000 });
    expect(read).toEqual({ reason: '读这个 PDF 要用的内存超过 256 MB，没有收入' });
  });

  test('a page that takes too long is stopped', async () => {
    const path = place('slow.pdf');
    await copyFile(join(pdfFolder, 'party-page.pdf'), path);
    const read = await readPdf(path, { megabytes: 512, millisecondsPerPage: 1 });
    expect(read).toEqual({ reason: 'PDF 有一页读了 0.001 秒还没读完，没有收入' });
  });
});

/** Two hundred megabytes of drawing orders in some hundred kilobytes. */
function bomb(): Buffer {
  const orders = deflateSync(
    Buffer.from(`BT /F 9 Tf ${'(aaaaaaaa) Tj 1 0 Td '.repeat(10_000_000)}ET`),
  );
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${orders.length}/Filter/FlateDecode>>stream\n${orders.toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Size 6/Root 1 0 R>>\n%%EOF`, 'latin1');
}

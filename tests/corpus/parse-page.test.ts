import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findArticleFiles } from '../../src/corpus/find-article-files.ts';
import { readPdf } from '../../src/corpus/formats/read-pdf.ts';
import { parsePage } from '../../src/corpus/read-articles.ts';
import type { Vocabulary } from '../../src/corpus/vocabulary.ts';

const vocabulary: Vocabulary = { themes: [], orgTypes: [], places: [] };
const pdfFolder = join(import.meta.dirname, 'pdf');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chazuo-pages-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

async function parse(name: string, content: string | Uint8Array) {
  return parsePage(await write(name, content), { vocabulary });
}

const plainPage = `柳荫社区：

把修鞋摊请进院子

本报讯（记者 秦川）柳荫社区把门口的12个修鞋摊请进院子，免收摊位费，居民修鞋不用再走远路，摊主也不用再躲雨。

社区党支部还给每个摊位装了一盏灯，半年里修鞋3400多双。
`;

describe('where a page was printed', () => {
  test.each([
    [
      '2023-05-04_呼和浩特日报_06.txt',
      { publication: '呼和浩特日报', date: '2023-05-04', page: '6' },
    ],
    ['白桦晚报20230504A03版.txt', { publication: '白桦晚报', date: '2023-05-04', page: 'A03' }],
    ['20230504_6.txt', { publication: null, date: '2023-05-04', page: '6' }],
    ['第3页.txt', { publication: null, date: null, page: null }],
    ['2023-02-31_白桦晚报.txt', { publication: '白桦晚报', date: null, page: null }],
  ])('the name %s tells it', async (name, source) => {
    const { articles } = await parse(name, plainPage);
    expect(articles[0]?.source).toEqual({ file: name, url: null, ...source });
  });

  test('what is said on the command line wins over the name; a date in the text is no issue date', async () => {
    const file = await write(
      '2023-05-04_白桦晚报_06.txt',
      plainPage.replace('柳荫社区把', '4月23日，柳荫社区把'),
    );
    const { articles } = await parsePage(file, {
      vocabulary,
      source: { date: '2024-01-01', page: '2' },
    });
    expect(articles[0]?.source).toMatchObject({
      publication: '白桦晚报',
      date: '2024-01-01',
      page: '2',
    });
    expect(
      (await parse('x.txt', plainPage.replace('柳荫社区把', '4月23日，柳荫社区把'))).articles[0]
        ?.source.date,
    ).toBeNull();
  });
});

test('organisations and key figures are read from the text', async () => {
  const { articles } = await parse('figures.txt', plainPage);
  expect(articles).toMatchObject([
    {
      kicker: '柳荫社区',
      title: '把修鞋摊请进院子',
      reporters: ['秦川'],
      organisations: ['柳荫社区', '社区党支部'],
      keyFigures: [
        { value: '12', unit: '个', counts: '修鞋' },
        { value: '3400多', unit: '双', counts: '修鞋' },
      ],
    },
  ]);
});

describe('PDF', () => {
  test('columns, a headline over three of them, a box, a vertical headline and a caption', async () => {
    const { articles, problems } = await parsePage(join(pdfFolder, 'party-page.pdf'), {
      vocabulary,
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
      (await parsePage(path, { vocabulary })).problems.map((problem) => problem.reason);
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
    const path = join(folder, 'slow.pdf');
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

describe('HTML', () => {
  const paragraphs =
    '<p>　　本报讯（记者 秦川）柳荫社区把门口的修鞋摊请进院子，免收摊位费，居民修鞋不用再走远路。</p><p>　　社区还给每个摊位装了一盏灯。</p><p>图为居民在院子里修鞋。 韩松 摄</p>';

  test('the fields of an e-paper are read, and the body from between its comments', async () => {
    const { articles, problems } = await parse(
      'content_1.html',
      `<html><head><title>把修鞋摊请进院子_白桦日报</title></head><body><div class="nav"><a href="node_2.html">上一版</a></div>
      <!--enpproperty <articleid>7</articleid><date>2023-05-04 00:00:00.0</date><author>秦川</author><title>把修鞋摊请进院子</title><subtitle>半年修鞋3400双</subtitle><introtitle>柳荫社区：</introtitle><nodename>第06版：社区</nodename><paper>白桦日报</paper>/enpproperty-->
      <div id="x"><!--enpcontent-->${paragraphs}<!--/enpcontent--></div><div>版权所有</div></body></html>`,
    );
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      {
        kicker: '柳荫社区',
        title: '把修鞋摊请进院子',
        subtitle: '半年修鞋3400双',
        reporters: ['秦川'],
        body: '本报讯（记者 秦川）柳荫社区把门口的修鞋摊请进院子，免收摊位费，居民修鞋不用再走远路。\n社区还给每个摊位装了一盏灯。',
        source: { publication: '白桦日报', date: '2023-05-04', page: '6' },
      },
      { kind: 'photo-caption', photographers: ['韩松'], body: '图为居民在院子里修鞋。' },
    ]);
  });

  test('without such fields the element with most running text is the article', async () => {
    const { articles } = await parse(
      'plain.html',
      `<html><head><meta name="PubDate" content="2023-05-04 08:00"><meta name="ContentSource" content="白桦日报"><title>x_y</title></head>
      <body><ul><li><a href="/a">首页</a></li><li><a href="/b">要闻</a></li></ul><h1>把修鞋摊请进院子</h1><div><div>${paragraphs}</div></div><script>var a = "，，，，，，，，，，，，，，，，";</script></body></html>`,
    );
    expect(articles[0]).toMatchObject({
      title: '把修鞋摊请进院子',
      source: { publication: '白桦日报', date: '2023-05-04' },
    });
    expect(articles[0]?.body).toMatch(/^本报讯（记者 秦川）.*一盏灯。$/su);
  });

  test('a page index stands for the article files beside it, and for nothing outside its folder', async () => {
    const article = await write(
      'paper/content_1.html',
      `<h1>题</h1><div id="ozoom">${paragraphs}</div>`,
    );
    await write('secret.html', `<div id="ozoom">${paragraphs}</div>`);
    const index = await write(
      'paper/node_6.html',
      '<map><area href="content_1.html"></map><a href="content_1.html?x=1">题</a><a href="../secret.html">x</a><a href="https://example.org/content_2.html">y</a>',
    );
    expect((await findArticleFiles([index])).files).toEqual([article]);
    expect((await parsePage(index, { vocabulary })).articles).toEqual([]);
  });

  test('half a megabyte of nested elements is refused at once', async () => {
    const { problems } = await parse('deep.html', '<div>'.repeat(100_000));
    expect(problems.map(({ reason }) => reason)).toEqual([
      '网页的标签嵌套太深，不像正常的报纸网页，没有收入',
    ]);
  });
});

describe('text that is no page', () => {
  const reasons = async (name: string, content: string | Uint8Array) =>
    (await parse(name, content)).problems.map(({ reason }) => reason);

  test('each has a plain sentence', async () => {
    expect(await reasons('empty.txt', '')).toEqual(['文件是空的']);
    expect(await reasons('blank.txt', ' \n\n\u3000\n')).toEqual(['文件里没有文字']);
    expect(await reasons('image.txt', Buffer.from('89504e470d0a1a0a0000', 'hex'))).toEqual([
      '文件内容不是文字，看来是：PNG 图片',
    ]);
    expect(await reasons('large.txt', Buffer.alloc(50 * 1024 * 1024, '字'))).toEqual([
      '文件有 50 MB，超过 8 MB 的上限，请先拆成单个版面',
    ]);
    expect(await reasons('many.txt', '一行字。\n'.repeat(100_000))).toEqual([
      '文件有 100000 行，不像一个报纸版面，请先按版面拆开',
    ]);
  });

  test('a page in GBK is the page in UTF-8', async () => {
    const gbk = Buffer.from('c8bdb9e2c9e7c7f8b0d1d0deb2b9ccafc7ebbdf8d4bad7d3a1a3', 'hex');
    const { articles } = await parse('gbk.txt', gbk);
    expect(articles[0]?.body).toBe('冉光社区把修补摊请进院子。');
  });
});

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePage, readArticleFile } from '../../src/corpus/read-articles.ts';
import { noVocabulary, useArticleFiles } from './article-files.ts';

const { place, write, read, parse, problemsOf } = useArticleFiles();

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
      vocabulary: noVocabulary,
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

describe('files that are not what they should be', () => {
  test('each has its own plain sentence', async () => {
    expect(await problemsOf('empty.md', '')).toEqual(['文件: 文件是空的']);
    expect(await problemsOf('blank.jsonl', '\n \n')).toEqual(['文件: 文件里没有文章']);
    expect(await problemsOf('page.pdf.md', '%PDF-1.7\n')).toEqual([
      '文件: 文件内容不是文字，看来是：PDF 文件',
    ]);
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 * 31) % 251);
    expect((await problemsOf('noise.md', noise))[0]).toMatch(/不是文字|认不出文字编码/);
    expect(await problemsOf('table.xlsx', 'x')).toEqual([
      '文件: 不认识“.xlsx”这种文件，能收的是 .txt .md .pdf .html .jsonl',
    ]);
    expect(await problemsOf('notes.docx', 'x')).toEqual([
      '文件: 不认识“.docx”这种文件，请另存为 .pdf 或 .txt 再收',
    ]);
    const large = Buffer.alloc(50 * 1024 * 1024, '文');
    expect(await problemsOf('large.md', large)).toEqual([
      '文件: 文件有 50 MB，超过 8 MB 的上限，请先拆成单个版面',
    ]);
  });

  test('a missing file and a folder are problems, not crashes', async () => {
    const missing = await readArticleFile(place('none.md'), { vocabulary: noVocabulary });
    expect(missing.problems[0]?.reason).toBe('找不到这个文件');
    await mkdir(place('folder.md'), { recursive: true });
    const directory = await readArticleFile(place('folder.md'), { vocabulary: noVocabulary });
    expect(directory.problems[0]?.reason).toBe('这是文件夹，不是文件');
    const plain = await readArticleFile(dirname(place('x')), { vocabulary: noVocabulary });
    expect(plain.problems[0]?.reason).toBe('这是文件夹，不是文件');
  });

  test('GBK and UTF-16 are decoded, with a byte order mark or without', async () => {
    const text = '社区的老人说，饭菜比家里的还热。';
    // 社区的老人说，饭菜比家里的还热。 in GBK.
    const gbk = Buffer.from(
      'c9e7c7f8b5c4c0cfc8cbcbb5a3acb7b9b2cbb1c8bcd2c0efb5c4bbb9c8c8a1a3',
      'hex',
    );
    const utf16 = Buffer.from(text, 'utf16le');
    const swapped = Buffer.from(utf16).swap16();
    const inputs = [
      gbk,
      utf16,
      swapped,
      Buffer.from([0xff, 0xfe, ...utf16]),
      Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from(text)]),
    ];
    for (const [index, bytes] of inputs.entries()) {
      const { articles } = await read(`encoded-${index}.md`, bytes);
      expect(articles[0]?.body).toBe(text);
    }
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

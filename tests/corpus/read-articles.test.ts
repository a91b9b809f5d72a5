import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findArticleFiles } from '../../src/corpus/find-article-files.ts';
import { readArticleFile } from '../../src/corpus/read-articles.ts';
import type { Vocabulary } from '../../src/corpus/vocabulary.ts';

const vocabulary: Vocabulary = {
  themes: [{ name: '养老服务', words: ['养老'], sayings: [] }],
  orgTypes: [],
  places: [],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chazuo-articles-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

async function read(name: string, content: string | Uint8Array) {
  return readArticleFile(await write(name, content), { vocabulary });
}

/** `line: reason` of each problem, `文件` for the whole file. */
async function problemsOf(name: string, content: string | Uint8Array) {
  const { problems } = await read(name, content);
  return problems.map(({ line, reason }) => `${line ?? '文件'}: ${reason}`);
}

describe('Markdown with front matter', () => {
  test('fields, source and paragraphs are read, and the file is known by its hash', async () => {
    const text = [
      '---',
      'id: quiet-street',
      'kicker: 柳荫街道',
      'title: 夜里也有灯',
      'reporters: [张三]',
      'date: 2023-05-04',
      'page: 6',
      'source: { publication: 某日报, url: https://example.org/a }',
      'text: rewritten',
      '---',
      '',
      '第一段说养老，养老。',
      '',
      '第二段。',
      '',
    ].join('\r\n');
    const file = await read('full.md', text);
    expect(file.problems).toEqual([]);
    expect(file.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(file.articles).toMatchObject([
      {
        id: 'quiet-street',
        kind: 'article',
        kicker: '柳荫街道',
        title: '夜里也有灯',
        reporters: ['张三'],
        body: '第一段说养老，养老。\n第二段。',
        text: 'rewritten',
        themes: ['养老服务'],
        source: {
          file: 'full.md',
          publication: '某日报',
          date: '2023-05-04',
          page: '6',
          url: 'https://example.org/a',
        },
      },
    ]);
  });

  test('without front matter the first heading is the title, and nothing else is guessed', async () => {
    const { articles } = await read(
      'plain.md',
      '# 夜里也有灯\n\n正文在**这里**。\n\n## 做法\n\n还有。\n',
    );
    expect(articles).toMatchObject([
      {
        title: '夜里也有灯',
        body: '正文在这里。\n做法\n还有。',
        source: { publication: null, date: null, page: null, url: null },
      },
    ]);
  });

  test('hard-wrapped lines become one paragraph, list items and headings stay apart', async () => {
    const { articles } = await read(
      'wrapped.md',
      '社区把闲置的锅炉房改成了一间老年食堂，每\n天中午供应六十份热饭。\n- 第一条做法\n- 第二条做法\n',
    );
    expect(articles[0]?.body).toBe(
      '社区把闲置的锅炉房改成了一间老年食堂，每天中午供应六十份热饭。\n- 第一条做法\n- 第二条做法',
    );
  });

  test('the id of a file that states none stays the same and differs from file to file', async () => {
    const [first, again, other] = await Promise.all([
      read('a/one.md', '甲。'),
      read('a/one.md', '甲。'),
      read('b/one.md', '甲。'),
    ]);
    expect(first.articles[0]?.id).toBe(again.articles[0]?.id);
    expect(first.articles[0]?.id).not.toBe(other.articles[0]?.id);
  });

  test('what the person who ingests says stands where the file is silent', async () => {
    const path = await write('said.md', '---\ndate: 2023-05-04\n---\n正文。');
    const source = { publication: '某日报', date: '2024-01-01', page: '3' };
    const { articles } = await readArticleFile(path, { vocabulary, source });
    expect(articles[0]?.source).toMatchObject({
      publication: '某日报',
      date: '2023-05-04',
      page: '3',
    });
  });

  test('a field that cannot be read is named with its line, and the rest goes in', async () => {
    const file = await read('bad-date.md', '---\ntitle: 好\ndate: 去年\nkind: 诗\n---\n正文。');
    expect(file.articles).toMatchObject([
      { title: '好', kind: 'article', body: '正文。', source: { date: null } },
    ]);
    expect(file.problems).toEqual([
      { file: file.path, line: 4, reason: '“kind”的内容不合要求，没有采用' },
      {
        file: file.path,
        line: 3,
        reason: '日期看不懂，应写成 2023-05-04 的样子，没有采用',
      },
    ]);
  });

  test('broken front matter is named with its line; the body still goes in', async () => {
    const file = await read('broken.md', '---\ntitle: [好\nkicker: 某社区\n---\n正文。');
    expect(file.articles).toMatchObject([{ title: null, body: '正文。' }]);
    expect(file.problems).toHaveLength(1);
    expect(file.problems[0]?.reason).toContain('文件头不是正确的 YAML');
    expect(await problemsOf('open.md', '---\ntitle: 好\n正文。')).toEqual([
      '1: 文件头以 --- 开始，却没有以 --- 结束，整个文件按正文处理',
    ]);
  });

  test('front matter whose aliases unfold into thousands is a problem of its file, not a crash', async () => {
    const levels = Array.from('bcdefgh', (key, at) => {
      const before = 'abcdefgh'.charAt(at);
      return `${key}: &${key} [${Array(9).fill(`*${before}`).join(', ')}]`;
    });
    const text = `---\na: &a [x, x, x]\n${levels.join('\n')}\n---\n正文还在。\n`;
    expect(await problemsOf('bomb.md', text)).toEqual([
      '2: 文件头里的别名（*）层层嵌套，其中的标题、日期等都没有采用',
    ]);
    expect((await read('bomb.md', text)).articles).toMatchObject([{ body: '正文还在。' }]);
  });

  test('no body, no article', async () => {
    const file = await read('empty-body.md', '---\ntitle: 好\n---\n  \n\u3000\n');
    expect(file.articles).toEqual([]);
    expect(file.problems.map(({ reason }) => reason)).toEqual(['正文是空的，没有收入']);
  });
});

describe('JSON lines', () => {
  test('only a body is needed, and `text` stands for it where there is none', async () => {
    const { articles, problems } = await read(
      'lines.jsonl',
      [
        '{"id":"one","title":"","date":null,"text":"第一篇。"}',
        '',
        '{"body":"第二篇。","text":"contributed","source":{"date":"2023年5月4日"}}',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      { id: 'one', title: null, body: '第一篇。', text: 'original', source: { date: null } },
      { body: '第二篇。', text: 'contributed', source: { date: '2023-05-04' } },
    ]);
  });

  test('bad lines are named and the rest goes in', async () => {
    const file = await read(
      'mixed.jsonl',
      [
        '{"body":"好的一篇。"}',
        '{"body":',
        '[1,2]',
        '{"title":"没有正文"}',
        '{"body":"日期不对。","date":"2023-13-40"}',
        '{"body":" \\n "}',
      ].join('\n'),
    );
    expect(file.articles.map(({ body }) => body)).toEqual(['好的一篇。', '日期不对。']);
    expect(file.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '这一行不是正确的 JSON 对象，没有收入'],
      [3, '这一行不是正确的 JSON 对象，没有收入'],
      [4, '正文是空的，没有收入'],
      [5, '日期看不懂，应写成 2023-05-04 的样子，没有采用'],
      [6, '正文是空的，没有收入'],
    ]);
  });

  test('a NUL or half a character in a field does not reach the quote', async () => {
    const line = '{"title":"灯\\ud83d","body":"夜里\\u0000有灯\\udc00。","themes":["养\\u0007老"]}';
    expect(await problemsOf('nul.jsonl', line)).toEqual([
      '1: “title”里面有控制字符或残缺的字，已经去掉',
      '1: “body”里面有控制字符或残缺的字，已经去掉',
      '1: “themes”里面有控制字符或残缺的字，已经去掉',
    ]);
    expect((await read('nul.jsonl', line)).articles).toMatchObject([
      { title: '灯', body: '夜里有灯。', themes: ['养老'] },
    ]);
    const text = `${'夜里也有灯，路上的人都看得见。'.repeat(20)}\n第二\u0007段。\n`;
    expect(await problemsOf('bell.md', text)).toEqual(['2: 里面有控制字符或残缺的字，已经去掉']);
  });

  test('an id that is used twice is kept by the first line only', async () => {
    const file = await read('twice.jsonl', '{"id":"a","body":"甲。"}\n{"id":"a","body":"乙。"}');
    expect(new Set(file.articles.map(({ id }) => id)).size).toBe(2);
    expect(file.articles[0]?.id).toBe('a');
    expect(file.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '编号与第 1 行相同，这一篇改用自动编号'],
    ]);
  });

  test('questions are no articles', async () => {
    const text = '{"id":"q1","question":"谁来做？","gold":["a"]}\n{"id":"q2","turns":["谁？"]}\n';
    expect(await problemsOf('questions.jsonl', text)).toEqual([
      '文件: 有 2 行是问题而不是文章，没有收入',
    ]);
  });
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
    expect((await problemsOf('table.xlsx', 'x'))[0]).toContain('不认识“.xlsx”这种文件');
    const large = Buffer.alloc(50 * 1024 * 1024, '文');
    expect(await problemsOf('large.md', large)).toEqual([
      '文件: 文件有 50 MB，超过 8 MB 的上限，请先拆成单个版面',
    ]);
  });

  test('a missing file and a folder are problems, not crashes', async () => {
    const missing = await readArticleFile(join(folder, 'none.md'), { vocabulary });
    expect(missing.problems[0]?.reason).toBe('找不到这个文件');
    await mkdir(join(folder, 'folder.md'), { recursive: true });
    const directory = await readArticleFile(join(folder, 'folder.md'), { vocabulary });
    expect(directory.problems[0]?.reason).toBe('这是文件夹，不是文件');
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

describe('finding article files', () => {
  test('a corpus folder keeps its articles in articles/; what lies beside it is left alone', async () => {
    await write('corpus/questions.jsonl', '{"question":"x"}');
    await write('corpus/README.md', 'x');
    const files = [
      await write('corpus/articles/b.md', 'x'),
      await write('corpus/articles/deep/a.jsonl', '{}'),
    ];
    await write('corpus/articles/notes.csv', 'x');
    expect(await findArticleFiles([join(folder, 'corpus')])).toEqual({ files, problems: [] });
  });

  test('another folder is walked whole, but for hidden files and README.md', async () => {
    const kept = await write('other/a.md', 'x');
    await write('other/README.md', 'x');
    await write('other/.git/x.md', 'x');
    await symlink(join(folder, 'other'), join(folder, 'other/loop'));
    expect((await findArticleFiles([join(folder, 'other')])).files).toEqual([kept]);
  });

  test('a link that leads nowhere or in a circle is named, and the rest is listed', async () => {
    const kept = await write('links/kept.md', '正文。');
    const [dangling, looping] = [join(folder, 'links/a.md'), join(folder, 'links/deep/b.md')];
    await mkdir(dirname(looping));
    await symlink('/no/such/file.md', dangling);
    await symlink(looping, looping);
    const reason = '这个符号链接打不开：它指向的文件不在，或者绕成了圈';
    expect(await findArticleFiles([join(folder, 'links')])).toEqual({
      files: [kept],
      problems: [
        { file: dangling, line: null, reason },
        { file: looping, line: null, reason },
      ],
    });
  });

  test('a file that is named is taken once, and a path that is not there is a problem', async () => {
    const named = await write('named/README.md', 'x');
    const found = await findArticleFiles([named, join(folder, 'named'), named, '/no/such/path']);
    expect(found.files).toEqual([named]);
    expect(found.problems).toEqual([
      { file: '/no/such/path', line: null, reason: '找不到这个文件' },
    ]);
  });
});

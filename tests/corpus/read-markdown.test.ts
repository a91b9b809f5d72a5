import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readArticleFile } from '../../src/corpus/read-articles.ts';
import type { Vocabulary } from '../../src/corpus/vocabulary.ts';
import { useArticleFiles } from './article-files.ts';

const vocabulary: Vocabulary = {
  themes: [{ name: '养老服务', words: ['养老'], sayings: [] }],
  orgTypes: [],
  places: [],
};
const { write, read, problemsOf } = useArticleFiles(vocabulary);

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

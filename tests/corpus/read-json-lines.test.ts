import { describe, expect, test } from 'vitest';
import { useArticleFiles } from './article-files.ts';

const { read, problemsOf } = useArticleFiles();

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

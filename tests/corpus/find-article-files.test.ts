import { mkdir, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findArticleFiles } from '../../src/corpus/find-article-files.ts';
import { useArticleFiles } from './article-files.ts';

const { place, write } = useArticleFiles();

describe('finding article files', () => {
  test('a corpus folder keeps its articles in articles/; what lies beside it is left alone', async () => {
    await write('corpus/questions.jsonl', '{"question":"x"}');
    await write('corpus/README.md', 'x');
    const files = [
      await write('corpus/articles/b.md', 'x'),
      await write('corpus/articles/deep/a.jsonl', '{}'),
    ];
    expect(await findArticleFiles([place('corpus')])).toEqual({ files, problems: [], skipped: [] });
  });

  test('another folder is walked whole, but for hidden files and README.md', async () => {
    const kept = await write('other/a.md', 'x');
    await write('other/README.md', 'x');
    await write('other/.git/x.md', 'x');
    await symlink(place('other'), place('other/loop'));
    expect((await findArticleFiles([place('other')])).files).toEqual([kept]);
  });

  test('files of other kinds are told, but not what a system leaves behind', async () => {
    const kept = await write('mixed/a.txt', 'x');
    const skipped = [
      await write('mixed/photos/版面.JPG', 'x'),
      await write('mixed/会议纪要.docx', 'x'),
      await write('mixed/没有后缀', 'x'),
    ];
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$会议纪要.docx', 'Readme.md'])
      await write(`mixed/${name}`, 'x');
    expect(await findArticleFiles([place('mixed')])).toEqual({
      files: [kept],
      problems: [],
      skipped: skipped.toSorted(),
    });
  });

  test('a link that leads nowhere or in a circle is named, and the rest is listed', async () => {
    const kept = await write('links/kept.md', '正文。');
    const [dangling, looping] = [place('links/a.md'), place('links/deep/b.md')];
    await mkdir(dirname(looping));
    await symlink('/no/such/file.md', dangling);
    await symlink(looping, looping);
    const reason = '这个符号链接打不开：它指向的文件不在，或者绕成了圈';
    expect(await findArticleFiles([place('links')])).toEqual({
      files: [kept],
      problems: [
        { file: dangling, line: null, reason },
        { file: looping, line: null, reason },
      ],
      skipped: [],
    });
  });

  test('a file that is named is taken once, and a path that is not there is a problem', async () => {
    const named = await write('named/README.md', 'x');
    const found = await findArticleFiles([named, place('named'), named, '/no/such/path']);
    expect(found.files).toEqual([named]);
    expect(found.problems).toEqual([
      { file: '/no/such/path', line: null, reason: '找不到这个文件' },
    ]);
  });
});

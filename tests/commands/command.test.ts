import { writeFile } from 'node:fs/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { ask } from '../../src/commands/ask.ts';
import { backup } from '../../src/commands/backup.ts';
import { UsageError } from '../../src/commands/command.ts';
import { digest } from '../../src/commands/digest.ts';
import { evaluate } from '../../src/commands/evaluate.ts';
import { ingest } from '../../src/commands/ingest.ts';
import { serve } from '../../src/commands/serve.ts';
import { readConfig } from '../../src/config.ts';
import { runChazuo, starterCorpus } from '../support/run-chazuo.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const commands = { ask, backup, digest, evaluate, ingest, serve };

test.each([
  ['ingest', ['page.txt', '--publication', ''], '选项 --publication 后面是空的'],
  ['ingest', ['page.txt', '--date='], '选项 --date 后面是空的'],
  ['ingest', ['page.txt', '--page', ' '], '选项 --page 后面是空的'],
  ['digest', ['--preview', '--themes', ''], '选项 --themes 后面是空的'],
  ['ask', ['--batch', '', '--json'], '选项 --batch 后面是空的'],
  ['ingest', ['page.txt', '--page', 'x'], '版面“x”看不懂，应写成 3、A05 的样子'],
  ['ingest', ['page.txt', '--page', '0'], '版面“0”看不懂'],
  ['serve', ['extra'], '多了“extra”，用法：serve'],
  ['backup', ['a.db', 'b.db'], '多了“b.db”，用法：backup'],
  ['evaluate', ['a.jsonl', 'b.jsonl'], '多了“b.jsonl”，用法：evaluate'],
  ['digest', ['--preview', 'extra'], '多了“extra”，用法：digest'],
] as const)('%s %j is wrong use, in one plain sentence', async (name, args, sentence) => {
  await using folder = await temporaryFolder();
  const config = readConfig({ DATA_DIR: folder.path }, folder.file('no.env'));
  const context = { config, log: pino({ level: 'silent' }), print: () => undefined };
  const run = commands[name].run(args, context);
  await expect(run).rejects.toThrow(UsageError);
  await expect(run).rejects.toThrow(sentence);
});

test('a theme that there is none of is named with those there are', async () => {
  await using folder = await temporaryFolder();
  const environment = { DATA_DIR: folder.path, CORPUS_DIR: starterCorpus };
  const args = ['digest', '--preview', '--themes', '志愿服务,没有这个'];
  const { code, stdout, log } = await runChazuo(args, environment);
  expect([code, stdout]).toEqual([2, '']);
  expect(log.at(-1)?.msg).toMatch(/没有“没有这个”这个主题，可以选的有：.*志愿服务/);
});

test.each([
  ['both question and turns', { id: 'two', question: '甲', turns: ['乙'] }],
  ['neither', { id: 'two' }],
])('a line of a batch with %s is refused by its number', async (_name, wrong) => {
  await using folder = await temporaryFolder();
  const batch = folder.file('batch.jsonl');
  const lines = [{ id: 'one', question: '在吗', turns: null }, wrong];
  await writeFile(batch, lines.map((line) => JSON.stringify(line)).join('\n'));
  const { code, log } = await runChazuo(['search', '--batch', batch], { DATA_DIR: folder.path });
  expect([code, log.length]).toEqual([2, 1]);
  expect(log[0]?.msg).toContain('第 2 行');
  expect(log[0]?.msg).toContain('question 和 turns 只写一个');
});

test('parse says of a path whether it is missing, a folder or of a kind nobody reads', async () => {
  await using folder = await temporaryFolder();
  await writeFile(folder.file('report.docx'), 'x');
  const names = ['nothing', 'nothing.txt', '.', 'report.docx'];
  const { code, stdout } = await runChazuo(['parse', ...names], { DATA_DIR: folder.path });
  expect(code).toBe(1);
  expect(stdout.split('\n').filter((line) => line.startsWith('没有读成'))).toEqual([
    '没有读成：找不到这个文件',
    '没有读成：找不到这个文件',
    '没有读成：这是文件夹，不是文件',
    '没有读成：不认识“.docx”这种文件，请另存为 .pdf 或 .txt 再收',
  ]);
});

test('backup into a folder that is not there names that folder', async () => {
  await using folder = await temporaryFolder();
  const target = folder.file('nowhere/copy.db');
  const { code, log } = await runChazuo(['backup', target], { DATA_DIR: folder.path });
  expect([code, log.length]).toEqual([1, 1]);
  expect(log[0]?.msg).toBe(
    `没有 ${folder.file('nowhere')} 这个文件夹，备份没处放：请先建好它，或换一个文件夹。`,
  );
});

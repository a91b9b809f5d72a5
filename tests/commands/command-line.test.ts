import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runChazuo, startChazuo, starterCorpus } from '../support/run-chazuo.ts';

let folder = '';
let dataDir = '';
const run = (...args: string[]) =>
  runChazuo(args, { DATA_DIR: dataDir, CORPUS_DIR: join(folder, 'corpus') });

const article = (id: string, body: string) => JSON.stringify({ id, title: `标题${id}`, body });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chazuo-cli-'));
  dataDir = join(folder, 'data');
  for (const name of ['data', 'corpus', 'incoming']) await mkdir(join(folder, name));
});
afterEach(() => rm(folder, { recursive: true }));

test('without a command the usage is shown and the exit code is 2', async () => {
  const { code, stdout } = await run();
  expect(code).toBe(2);
  for (const name of ['serve', 'ingest', 'ask', 'search', 'evaluate'])
    expect(stdout).toContain(name);
});

test.each([
  [['nonsense'], '没有“nonsense”这个命令'],
  [['ask'], '要么给一个问题'],
  [['ask', '问题', '--loud'], '不认识选项 --loud'],
  [['ask', '--batch', 'no-such-file.jsonl', '--json'], '读不了文件 no-such-file.jsonl'],
  [['ingest'], '没有说要收哪些文件'],
  [['ingest', 'x', '--date', '昨天'], '日期“昨天”看不懂'],
])('wrong use %j: exit 2, one plain sentence, no stack', async (args, sentence) => {
  const { code, stdout, log } = await run(...args);
  expect([code, stdout, log.length]).toEqual([2, '', 1]);
  expect(log[0]?.msg).toContain(sentence);
  expect(JSON.stringify(log)).not.toContain('.ts:');
});

test.each(['serve', 'ingest', 'ask', 'evaluate'])('%s --help shows its usage', async (name) => {
  const { code, stdout } = await run(name, '--help');
  expect(code).toBe(0);
  expect(stdout).toContain(name);
});

test('files of other kinds in a folder are told, one line a kind, and fail nothing', async () => {
  const incoming = join(folder, 'incoming');
  await writeFile(join(incoming, 'a.jsonl'), article('a', '甲社区办了小饭桌。'));
  for (const name of ['会议纪要.docx', '一.jpg', '二.jpg', '.DS_Store'])
    await writeFile(join(incoming, name), 'x');
  const { code, stdout } = await run('ingest', incoming);
  expect(stdout.split('\n').filter((line) => line !== '')).toEqual([
    '1 个文件：新增 1 篇，更新 0 篇，移除 0 篇，未变 0 篇。',
    '没有收：一.jpg 等 2 个文件。图片里的文字读不出来，请先转成文字。',
    '没有收：会议纪要.docx。请另存为 .pdf 或 .txt 再收。',
  ]);
  expect(code).toBe(0);
});

// Four programs one after another.
test('what was stated stays when a file is taken in again without it, and belongs to its paper', {
  timeout: 120_000,
}, async () => {
  const environment = { DATA_DIR: dataDir, CORPUS_DIR: starterCorpus };
  const runAmong = (...args: string[]) => runChazuo(args, environment);
  const file = join(folder, 'incoming', 'stated.jsonl');
  const other = JSON.stringify({
    id: 'b',
    publication: '别的报',
    body: '河湾村修了三公里水渠，浇地不用再等雨。',
  });
  await writeFile(file, `${article('a', '甲社区办了小饭桌。')}\n${other}\n`);
  await runAmong(
    'ingest',
    file,
    '--publication',
    '某某日报',
    '--date',
    '2024-03-12',
    '--page',
    '3',
  );
  const again = await runAmong('ingest', file, '--json');
  expect(JSON.parse(again.stdout).articles).toEqual({
    added: 0,
    updated: 0,
    removed: 0,
    unchanged: 2,
  });
  const answer = await runAmong('ask', '小饭桌是哪里办的？', '--json');
  expect(JSON.parse(answer.stdout).citations[0].source).toMatchObject({
    publication: '某某日报',
    date: '2024-03-12',
    page: '3',
  });
  const otherAnswer = await runAmong('ask', '河湾村修了多长的水渠？', '--json');
  expect(JSON.parse(otherAnswer.stdout).citations[0].source).toMatchObject({
    publication: '别的报',
    date: null,
    page: null,
  });
});

test('a stated source for articles of the corpus folder is refused', async () => {
  const { code, log } = await run('ingest', join(folder, 'corpus'), '--page', '3');
  expect(code).toBe(2);
  expect(log[0]?.msg).toContain('写在文件开头');
});

test('a corpus folder that is not there is a wrong configuration', async () => {
  const { code, log } = await runChazuo(['ask', '问题'], {
    DATA_DIR: dataDir,
    CORPUS_DIR: '/nowhere',
  });
  expect(code).toBe(2);
  expect(log[0]?.msg).toContain('CORPUS_DIR');
});

test('a second serve on one data folder is refused while the first goes on', async () => {
  const environment = { DATA_DIR: dataDir, CORPUS_DIR: join(folder, 'corpus'), WEBCHAT_PORT: '0' };
  await using first = await startChazuo(environment);
  const second = await runChazuo(['serve'], environment);
  expect(second.code).toBe(1);
  expect(second.log.at(-1)?.msg).toContain('正被另一个茶座使用');
  expect((await fetch(first.address)).status).toBe(200);
});

test('what is kept is readable for its owner only', async () => {
  const environment = { DATA_DIR: dataDir, CORPUS_DIR: join(folder, 'corpus'), WEBCHAT_PORT: '0' };
  await using _running = await startChazuo(environment);
  for (const name of ['chazuo.db', 'webchat.db']) {
    expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0);
  }
});

test('a failed command says so even with a silent log', async () => {
  const { code, stderr } = await runChazuo(['ask'], { DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  expect(code).toBe(2);
  expect(stderr).toContain('要么给一个问题');
});

test('a wrong configuration is exit code 2 and lists every wrong variable', async () => {
  const wrong = { DATA_DIR: dataDir, WEBCHAT_PORT: 'x', TIME_ZONE: 'Nowhere/Here' };
  const { code, log } = await runChazuo(['ask', '问题'], wrong);
  expect(code).toBe(2);
  expect(log[0]?.msg).toMatch(/WEBCHAT_PORT/);
  expect(log[0]?.msg).toMatch(/TIME_ZONE/);
});

test('articles from outside are taken in, kept, found, updated and removed', async () => {
  const file = join(folder, 'incoming', 'taken.jsonl');
  await writeFile(
    file,
    `${article('a', '甲社区办了小饭桌，每天接待三十位老人。')}\n${article('b', '乙村修了路。')}\n`,
  );
  const first = await run('ingest', file, '--publication', '某某日报', '--json');
  expect(first.code).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ articles: { added: 2 }, problems: [] });
  expect(await readdir(join(dataDir, 'articles'))).toHaveLength(1);

  // The index can be made again from what is kept.
  await rm(join(dataDir, 'index'), { recursive: true });
  const found = await run('search', '小饭桌接待多少老人', '--json');
  const { id, ranked } = JSON.parse(found.stdout);
  expect(id).toBe('question');
  expect(ranked[0]).toMatchObject({ articleId: 'a', file: 'taken.jsonl' });

  await writeFile(file, `${article('a', '甲社区办了小饭桌，每天接待五十位老人。')}\n`);
  const second = await run('ingest', file, '--publication', '某某日报', '--json');
  expect(JSON.parse(second.stdout)).toMatchObject({
    articles: { added: 0, updated: 1, removed: 1 },
  });

  await rm(file);
  const third = await run('ingest', join(folder, 'incoming'), '--json');
  expect(JSON.parse(third.stdout)).toMatchObject({ articles: { removed: 1 } });
  expect(await readdir(join(dataDir, 'articles'))).toEqual([]);
});

test('a line that can not be read is named with its line and the rest goes in: exit 1', async () => {
  const file = join(folder, 'half.jsonl');
  await writeFile(file, `${article('a', '甲社区办了小饭桌。')}\n{"title":"没有正文"}\nno json\n`);
  const { code, stdout } = await run('ingest', file);
  expect(code).toBe(1);
  expect(stdout).toContain('新增 1 篇');
  expect(stdout).toContain('half.jsonl 第 2 行');
  expect(stdout).toContain('half.jsonl 第 3 行');
});

test('a batch is answered in order, one line each, and each turn knows the one before', async () => {
  const taken = join(folder, 'incoming', 'taken.jsonl');
  await writeFile(
    taken,
    `${JSON.stringify({
      id: 'a',
      title: '小饭桌暖人心',
      organisations: ['甲社区'],
      body: '甲社区为独居老人办了小饭桌，每天接待三十位老人。小饭桌由十二名志愿者轮流做饭。',
    })}\n`,
  );
  await run('ingest', taken);
  const batch = join(folder, 'batch.jsonl');
  const lines = [
    { id: 'one', question: '小饭桌每天接待多少老人？' },
    { id: 'two', turns: ['甲社区的小饭桌是怎么办的？', '有多少志愿者？'] },
  ];
  // A byte order mark is what some editors put in front.
  await writeFile(batch, `\ufeff${lines.map((line) => JSON.stringify(line)).join('\n')}`);
  const { code, stdout } = await run('ask', '--batch', batch, '--json');
  expect(code).toBe(0);
  const [one, two] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(one).toMatchObject({ id: 'one', answers: [{ kind: 'answered', by: 'extract' }] });
  expect(JSON.stringify(one.answers[0].claims)).toContain('三十位');
  expect(two.answers).toHaveLength(2);
  expect(JSON.stringify(two.answers[1].claims)).toContain('十二名志愿者');
});

test('a batch file with a wrong line is refused before anything is done', async () => {
  const batch = join(folder, 'batch.jsonl');
  await writeFile(batch, '{"id":"one","question":"在吗"}\n{"question":"no id"}\n');
  const { code, log } = await run('ask', '--batch', batch, '--json');
  expect(code).toBe(2);
  expect(log[0]?.msg).toContain('第 2 行');
});

test.each([
  ['DATA_DIR', '是文件，不是文件夹：请检查 DATA_DIR'],
  ['INDEX_URI', '是文件，不是文件夹：请检查 INDEX_URI'],
])('%s that is a file is one sentence, and exit 2', async (variable, sentence) => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  for (const args of [['ask', '问题'], ['serve']]) {
    const environment = { DATA_DIR: dataDir, CORPUS_DIR: join(folder, 'corpus'), [variable]: file };
    const { code, log } = await runChazuo(args, environment, folder);
    expect([code, log.length]).toEqual([2, 1]);
    expect(log[0]?.msg).toContain(sentence);
  }
});

test.each(['http://x', 'db://x', 'file:///tmp/x'])('INDEX_URI=%s: exit 2', async (uri) => {
  const environment = { DATA_DIR: dataDir, CORPUS_DIR: join(folder, 'corpus'), INDEX_URI: uri };
  const { code, log } = await runChazuo(['ask', '问题'], environment);
  expect([code, log.length]).toEqual([2, 1]);
  expect(log[0]?.msg).toContain(`INDEX_URI 的值 ${uri} 既不是文件夹`);
});

test('an index damaged on disk is made anew by the next command, and the log says so', async () => {
  await writeFile(join(folder, 'corpus', 'a.jsonl'), article('a', '甲社区办了小饭桌。'));
  await run('ask', '小饭桌是哪里办的？');
  const versions = join(dataDir, 'index', 'passages.lance', '_versions');
  for (const name of await readdir(versions)) await writeFile(join(versions, name), '');
  const { code, stdout, log } = await run('search', '小饭桌是哪里办的？', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).ranked).toMatchObject([{ articleId: 'a' }]);
  expect(log.map(({ msg }) => msg)).toContain('index is damaged: it is emptied and filled again');
});

test('backup of a database that is damaged says so like serve', async () => {
  await writeFile(join(dataDir, 'chazuo.db'), 'no database '.repeat(500));
  const { code, log } = await run('backup', join(folder, 'copy.db'));
  expect(code).toBe(1);
  expect(log[0]?.msg).toContain(`${join(dataDir, 'chazuo.db')} 不是数据库文件或已损坏`);
});

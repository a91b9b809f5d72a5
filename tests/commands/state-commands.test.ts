import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openState } from '../../src/exchange/state/open-state.ts';
import { createPostgresDatabase, databasesOnDisk } from '../exchange/open-exchange.ts';
import { runChazuo, starterCorpus } from '../support/run-chazuo.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A state in which one reader is known. */
async function rememberReader(file: string) {
  await using state = await openState({ file });
  await state.db
    .insertInto('readers')
    .values({ id: 7, first_seen_at: 1, last_seen_at: 2 })
    .execute();
}

test('digest --preview shows three articles with their sources and why they were chosen', async () => {
  await using folder = await temporaryFolder();
  const environment = { DATA_DIR: folder.path, CORPUS_DIR: starterCorpus };
  const { code, stdout } = await runChazuo(['digest', '--preview'], environment);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^茶座每日一读 · \d+月\d+日\n\n1\. /);
  expect(stdout.match(/^\d\. /gm)).toHaveLength(3);
  expect(stdout.match(/^选它：/gm)).toHaveLength(3);
  expect(stdout.match(/ · 改写$/gm)).toHaveLength(3);
});

test('digest --preview keeps to the themes that are asked for', async () => {
  await using folder = await temporaryFolder();
  const environment = { DATA_DIR: folder.path, CORPUS_DIR: starterCorpus };
  const { stdout } = await runChazuo(['digest', '--preview', '--themes', '志愿服务'], environment);
  expect(stdout).toContain('选它：您订阅的主题“志愿服务”');
});

test.each([
  [['digest'], '用法：digest --preview'],
  [['backup'], '用法：backup 文件'],
  [['move-to-postgres'], '没有设 DATABASE_URL'],
])('%j without what it needs: exit 2 and one sentence', async (args, sentence) => {
  await using folder = await temporaryFolder();
  const { code, log } = await runChazuo(args, { DATA_DIR: folder.path });
  expect([code, log.length]).toEqual([2, 1]);
  expect(log[0]?.msg).toContain(sentence);
});

test('backup writes a file that holds what is remembered; a second one does not overwrite it', async () => {
  await using folder = await temporaryFolder();
  await rememberReader(folder.file('chazuo.db'));
  const environment = { DATA_DIR: folder.path };
  const copy = folder.file('copy.db');
  expect((await runChazuo(['backup', copy], environment)).stdout).toBe(`已备份到 ${copy}\n`);
  const database = new DatabaseSync(copy, { readOnly: true });
  expect(database.prepare('select id from readers').all()).toEqual([{ id: 7 }]);
  database.close();
  const again = await runChazuo(['backup', copy], environment);
  expect([again.code, again.log[0]?.msg]).toEqual([
    1,
    `已经有 ${copy} 这个文件，请换一个文件名再备份。`,
  ]);
});

test.skipIf(!databasesOnDisk.includes('PostgreSQL'))(
  'move-to-postgres takes everything along, and says where it came from',
  async () => {
    await using folder = await temporaryFolder();
    await rememberReader(folder.file('chazuo.db'));
    const databaseUrl = await createPostgresDatabase();
    const environment = { DATA_DIR: folder.path, DATABASE_URL: databaseUrl };
    const { code, stdout } = await runChazuo(['move-to-postgres'], environment);
    expect([code, stdout.slice(0, 6)]).toEqual([0, '已搬好 1 ']);
    await using state = await openState({ databaseUrl });
    expect(await state.db.selectFrom('readers').select('id').execute()).toEqual([{ id: 7 }]);
  },
);

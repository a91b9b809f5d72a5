import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createExchange } from '../../../src/exchange/create-exchange.ts';
import { backUpState, moveToPostgres } from '../../../src/exchange/state/back-up-state.ts';
import { openState, type StatePlace } from '../../../src/exchange/state/open-state.ts';
import { answered } from '../../support/sample-answers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createPostgresDatabase, databasesOnDisk, placeOf } from '../open-exchange.ts';

const hasPostgres = databasesOnDisk.includes('PostgreSQL');
const place = { chatId: 7, readerId: 7 };

/** Remembers one answer with a vote, and many updates: more than are copied at once. */
async function remember(where: StatePlace) {
  await using state = await openState(where);
  const exchange = createExchange({ db: state.db, now: () => 1000 });
  const { id } = await exchange.answers.keep(answered, place);
  await exchange.votes.cast({ answerId: id, readerId: 7 }, 'up');
  const updates = Array.from({ length: 1203 }, (_, n) => ({ updateId: n + 1, body: { n } }));
  await exchange.inboxOf(1).accept(updates);
  return id;
}

async function expectRemembered(where: StatePlace, id: string) {
  await using state = await openState(where);
  const exchange = createExchange({ db: state.db, now: () => 1000 });
  expect((await exchange.answers.find(id))?.answer).toEqual(answered);
  expect(await exchange.votes.find({ answerId: id, readerId: 7 })).toBe('up');
  expect(await exchange.inboxOf(1).pending()).toHaveLength(1203);
}

describe.each(databasesOnDisk)('%s', (kind) => {
  test('a backup made while the bot writes holds everything from before it', async () => {
    await using folder = await temporaryFolder();
    const where = await placeOf(kind, folder.file('state.db'));
    const id = await remember(where);
    const copy = folder.file('backup.db');
    await using writing = await openState(where);
    await backUpState(where, copy);
    await createExchange({ db: writing.db, now: () => 2000 }).readers.greet(99);
    await expectRemembered({ file: copy }, id);
    await using state = await openState({ file: copy });
    expect(await createExchange({ db: state.db, now: () => 1 }).readers.find(99)).toBeUndefined();
  });
});

test('a backup overwrites no file', async () => {
  await using folder = await temporaryFolder();
  const where = { file: folder.file('state.db') };
  await remember(where);
  const copy = folder.file('backup.db');
  await writeFile(copy, 'mine');
  await expect(backUpState(where, copy)).rejects.toThrow(`已经有 ${copy} 这个文件`);
});

test('a backup of nothing says so', async () => {
  await using folder = await temporaryFolder();
  const where = { file: folder.file('state.db') };
  await expect(backUpState(where, folder.file('backup.db'))).rejects.toThrow('没有什么可备份的');
});

describe.skipIf(!hasPostgres)('moving to PostgreSQL', () => {
  test('everything goes along, once', async () => {
    await using folder = await temporaryFolder();
    const file = folder.file('state.db');
    const id = await remember({ file });
    const databaseUrl = await createPostgresDatabase();
    expect(await moveToPostgres(file, databaseUrl)).toBe(1205);
    await expectRemembered({ databaseUrl }, id);
    await expect(moveToPostgres(file, databaseUrl)).rejects.toThrow('请换一个空库再试');
  });

  test('a server that is not there is named, without the password', async () => {
    const databaseUrl = 'postgres://chazuo:geheim@127.0.0.1:9/chazuo';
    await expect(openState({ databaseUrl })).rejects.toThrow(
      '数据库 127.0.0.1:9/chazuo 用不了：连接被拒绝，请检查 PostgreSQL 是否在运行',
    );
  });

  test('a database that does not exist is said to be missing', async () => {
    const databaseUrl = (await createPostgresDatabase()).replace(/[^/]+$/, 'nowhere');
    await expect(openState({ databaseUrl })).rejects.toThrow('没有这个库，请先用 createdb 建好');
  });
});

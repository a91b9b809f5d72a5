import { Field, Schema, Utf8 } from 'apache-arrow';
import { expect, test } from 'vitest';
import {
  checkConditionalWrites,
  checkStore,
  LossyStoreError,
} from '../../../src/retrieval/index/check-store.ts';
import { openLancedb } from '../../../src/retrieval/open-lancedb.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a store that keeps every acknowledged row is trusted, and the check leaves nothing behind', async () => {
  await using folder = await temporaryFolder();
  await checkStore(folder.path);
  await using lancedb = await openLancedb(folder.path);
  expect(await lancedb.connection.tableNames()).toEqual([]);
});

test('a store that loses acknowledged rows is refused by name', async () => {
  await using folder = await temporaryFolder();
  await using lancedb = await openLancedb(folder.path);
  const schema = new Schema([new Field('id', new Utf8(), false)]);
  // Two tables in place of two handles of one: what goes into the second is lost to the first.
  const handles = await Promise.all(
    ['kept', 'lost'].map((name) => lancedb.connection.createEmptyTable(name, schema)),
  );
  const check = checkConditionalWrites(handles, 's3://bucket/index');
  await expect(check).rejects.toThrow(LossyStoreError);
  await expect(check).rejects.toThrow(/s3:\/\/bucket\/index.*8 次写入，只找到 4 条/);
});

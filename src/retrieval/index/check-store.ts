import type { Table } from '@lancedb/lancedb';
import { Field, Schema, Utf8 } from 'apache-arrow';
import { type OpenLancedb, openLancedb } from '../open-lancedb.ts';
import { isConflict } from './write-table.ts';

/** An object store that says it has written what it has not. */
export class LossyStoreError extends Error {
  override readonly name = 'LossyStoreError';
}

const table = 'store_check';
const writesPerHandle = 4;

/** Checks an object store before the index is trusted to it. Throws LossyStoreError. */
export async function checkStore(indexUri: string): Promise<void> {
  await using left = await openLancedb(indexUri);
  await using right = await openLancedb(indexUri);
  const schema = new Schema([new Field('id', new Utf8(), false)]);
  await left.connection.createEmptyTable(table, schema, { mode: 'overwrite' });
  try {
    const handles = await Promise.all([left, right].map(openHandle));
    await checkConditionalWrites(handles, indexUri);
  } finally {
    await left.connection.dropTable(table);
  }
}

/**
 * Writes through all handles of one table at once and counts: a store without conditional writes lets one commit
 * overwrite another, and acknowledges both.
 */
export async function checkConditionalWrites(handles: readonly Table[], indexUri: string) {
  const writes = handles.flatMap((handle, at) =>
    Array.from({ length: writesPerHandle }, (_, write) => addRow(handle, `${at}-${write}`)),
  );
  const acknowledged = (await Promise.all(writes)).filter(Boolean).length;
  const written = (await handles[0]?.countRows()) ?? 0;
  if (written === acknowledged) return;
  throw new LossyStoreError(
    `${indexUri} 的存储会丢数据：确认了 ${acknowledged} 次写入，只找到 ${written} 条。它不支持条件写入，请把 INDEX_URI 换成本地文件夹或支持条件写入的对象存储。`,
  );
}

function openHandle({ connection }: OpenLancedb): Promise<Table> {
  return connection.openTable(table);
}

/** True when the store has acknowledged the row; a refused conflict is no loss. */
async function addRow(handle: Table, id: string): Promise<boolean> {
  try {
    await handle.add([{ id }]);
    return true;
  } catch (error) {
    if (!isConflict(error)) throw error;
    return false;
  }
}

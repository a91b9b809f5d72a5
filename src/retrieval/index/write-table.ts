import { setTimeout as wait } from 'node:timers/promises';
import type { Table } from '@lancedb/lancedb';
import type { Logger } from 'pino';
import { watchProgress } from './watch-progress.ts';

const attempts = 5;
const firstPauseMs = 100;
// Searches under way may still read the version before: keep ten minutes of them.
const keptMs = 10 * 60_000;

/**
 * Brings the indexes of a table up to date, joins its files and removes old versions. LanceDB refuses this while a
 * write goes on: tried again up to five times, then left to the next time, as searches stay right without it.
 */
export async function optimizeTable(table: Table, log: Logger): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const cleanupOlderThan = new Date(Date.now() - keptMs);
      await watchProgress(table.optimize({ cleanupOlderThan }), { work: `整理索引 ${table.name}` });
      return;
    } catch (error) {
      if (!isConflict(error)) throw error;
      log.warn({ table: table.name, attempt, err: error }, 'optimize met a write, trying again');
      await wait(firstPauseMs * 2 ** attempt);
    }
  }
}

/** True for LanceDB's commit conflicts, which have no type or code of their own. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && /commit conflict|concurrent|preempted/iu.test(error.message);
}

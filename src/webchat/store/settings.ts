import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const valueRow = z.object({ value: z.string() }).optional();

/** Small named values as JSON: the token, the bot's commands, the update kinds it asked for. */
export function createSettings(database: DatabaseSync) {
  const select = database.prepare('select value from settings where key = ?');
  const upsert = database.prepare(
    'insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  );
  const remove = database.prepare('delete from settings where key = ?');
  return {
    read<Value>(key: string, schema: z.ZodType<Value>): Value | undefined {
      const row = valueRow.parse(select.get(key));
      return row === undefined ? undefined : schema.parse(JSON.parse(row.value));
    },
    write(key: string, value: unknown): void {
      upsert.run(key, JSON.stringify(value));
    },
    remove(key: string): void {
      remove.run(key);
    },
  };
}

export type Settings = ReturnType<typeof createSettings>;

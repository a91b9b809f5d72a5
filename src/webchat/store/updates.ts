import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { readId } from './open-database.ts';

const updateRow = z.object({ id: z.int(), kind: z.string(), body: z.string() });

/** An update as the bot gets it: `update_id` and one field named after its kind. */
export type Update = Readonly<Record<string, unknown>> & { readonly update_id: number };

/** What happened and the bot has not confirmed yet; ids keep rising over restarts. */
export function createUpdates(database: DatabaseSync) {
  const insert = database.prepare('insert into updates (kind, body) values (?, ?) returning id');
  const from = database.prepare(
    'select id, kind, body from updates where id >= ? order by id limit ?',
  );
  const confirm = database.prepare('delete from updates where id < ?');
  const lastIds = database.prepare('select id from updates order by id desc limit ?');
  const count = database.prepare('select count(*) as id from updates');
  return {
    add(kind: string, body: unknown): number {
      return readId(insert.get(kind, JSON.stringify(body)));
    },
    listFrom(id: number, limit: number): readonly Update[] {
      return from.all(id, limit).map(readUpdate);
    },
    /** Forgets all updates below the id: the bot has them. */
    confirmBelow(id: number): void {
      confirm.run(id);
    },
    /** The id from which only the last `size` updates are left. */
    lastFrom(size: number): number {
      const row = lastIds.all(size).at(-1);
      return row === undefined ? 0 : readId(row);
    },
    count(): number {
      return readId(count.get());
    },
  };
}

export type Updates = ReturnType<typeof createUpdates>;

function readUpdate(row: unknown): Update {
  const { id, kind, body } = updateRow.parse(row);
  const value: unknown = JSON.parse(body);
  return { update_id: id, [kind]: value };
}

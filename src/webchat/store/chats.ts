import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { inTransaction, readId } from './open-database.ts';

const chatRow = z.object({
  id: z.int(),
  kind: z.enum(['private', 'supergroup']),
  name: z.string(),
});

/** A private chat has the id of its reader, as on Telegram; a group's id is negative. */
export type Chat = z.infer<typeof chatRow>;

const group: Chat = { id: -1_000_000_001, kind: 'supergroup', name: '书记群' };
const firstReader = { id: 1001, name: '书记小林' };

/** The readers by name, each a private chat with a stable id, and one group that all of them are in. */
export function createChats(database: DatabaseSync) {
  const all = database.prepare('select id, kind, name from chats order by id');
  const byId = database.prepare('select id, kind, name from chats where id = ?');
  const byName = database.prepare('select id, kind, name from chats where name = ?');
  const insert = database.prepare(
    'insert into chats (id, kind, name) values (?, ?, ?) returning id',
  );
  const insertNext = database.prepare(
    "insert into chats (id, kind, name) select max(id) + 1, 'private', ? from chats returning id",
  );
  const rename = database.prepare('update or ignore chats set name = ? where id = ?');
  const list = (): readonly Chat[] => all.all().map((row) => chatRow.parse(row));
  if (list().length === 0) {
    inTransaction(database, () => {
      insert.run(group.id, group.kind, group.name);
      insert.run(firstReader.id, 'private', firstReader.name);
    });
  }
  return {
    list,
    find(id: number): Chat | undefined {
      return chatRow.optional().parse(byId.get(id));
    },
    findReader(id: number): Chat | undefined {
      const chat = chatRow.optional().parse(byId.get(id));
      return chat?.kind === 'private' ? chat : undefined;
    },
    /** Takes a reader's name away; their number stays in its place. */
    forgetName(id: number): void {
      if (id !== firstReader.id) rename.run(`读者 ${id}`, id);
    },
    /** The reader of that name, made when there is none; undefined when a group bears the name. */
    openReader(name: string): Chat | undefined {
      const known = chatRow.optional().parse(byName.get(name));
      if (known !== undefined) return known.kind === 'private' ? known : undefined;
      return { id: readId(insertNext.get(name)), kind: 'private', name };
    },
  };
}

export type Chats = ReturnType<typeof createChats>;

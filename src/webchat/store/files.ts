import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { readId } from './open-database.ts';

const fileRow = z.object({
  name: z.string(),
  mime: z.string(),
  content: z.instanceof(Uint8Array<ArrayBufferLike>),
});

export type StoredFile = Readonly<z.infer<typeof fileRow>>;

/** Uploaded documents, of readers and of the bot. */
export function createFiles(database: DatabaseSync) {
  const insert = database.prepare(
    'insert into files (name, mime, content) values (?, ?, ?) returning id',
  );
  const select = database.prepare('select name, mime, content from files where id = ?');
  const remove = database.prepare('delete from files where id = ?');
  return {
    add({ name, mime, content }: StoredFile): number {
      return readId(insert.get(name, mime, content));
    },
    find(id: number): StoredFile | undefined {
      return fileRow.optional().parse(select.get(id));
    },
    remove(id: number): void {
      remove.run(id);
    },
  };
}

export type Files = ReturnType<typeof createFiles>;

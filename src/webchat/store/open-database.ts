import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const schema = `
  create table if not exists settings (key text primary key, value text not null) strict;
  create table if not exists chats (id integer primary key, kind text not null, name text not null unique) strict;
  create table if not exists messages (
    id integer primary key autoincrement, chat_id integer not null, body text not null) strict;
  create index if not exists messages_of_chat on messages (chat_id, id);
  create table if not exists updates (
    id integer primary key autoincrement, kind text not null, body text not null) strict;
  create table if not exists presses (
    id integer primary key autoincrement, reader_id integer not null, chat_id integer not null,
    message_id integer not null, pressed_at integer not null, answered_at integer) strict;
  create table if not exists files (
    id integer primary key autoincrement, name text not null, mime text not null, content blob not null) strict;
`;

/**
 * Opens the web chat's own database: what was accepted is on disk before it is acknowledged.
 * @throws Error naming the file and the remedy.
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: 5000 });
    // What is deleted is overwritten.
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;',
    );
    database.exec(schema);
    return database;
  } catch (error) {
    throw new Error(
      `网页聊天的数据文件 ${file} 打不开：请检查它和所在文件夹的读写权限；如果文件已损坏，请把它移走后重新启动。`,
      { cause: error },
    );
  }
}

/** Seconds since 2020: ids of updates and messages are 32-bit on Telegram. */
const epochSeconds = Date.UTC(2020) / 1000;

/**
 * Lifts the ids to come above the seconds that have passed. A bot remembers which updates it has taken: were this
 * file deleted or put back from a copy, ids given a second time would look to it like updates it knows.
 */
export function liftIds(database: DatabaseSync, now: number): void {
  const seconds = Math.floor(now / 1000 - epochSeconds);
  for (const table of ['updates', 'messages', 'presses']) {
    database
      .prepare(
        'insert into sqlite_sequence (name, seq) select ?, 0 where not exists (select 1 from sqlite_sequence where name = ?)',
      )
      .run(table, table);
    database
      .prepare('update sqlite_sequence set seq = max(seq, ?) where name = ?')
      .run(seconds, table);
  }
}

/** A row whose first column counts or names something. */
const idRow = z.object({ id: z.int() });

/** The id of a row just inserted with `returning id`. */
export function readId(row: unknown): number {
  return idRow.parse(row).id;
}

/** Runs the steps as one transaction: all of them are kept, or none. */
export function inTransaction<Result>(database: DatabaseSync, steps: () => Result): Result {
  database.exec('begin immediate');
  try {
    const result = steps();
    database.exec('commit');
    return result;
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { readId } from './open-database.ts';

const pressRow = z.object({
  id: z.int(),
  reader_id: z.int(),
  chat_id: z.int(),
  message_id: z.int(),
  pressed_at: z.int(),
  answered_at: z.int().nullable(),
});

/** A reader's press of a button: Telegram's callback query. Times are epoch milliseconds. */
interface Press {
  readonly id: number;
  readonly readerId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly pressedAt: number;
  readonly answeredAt: number | null;
}

export function createPresses(database: DatabaseSync) {
  const insert = database.prepare(
    'insert into presses (reader_id, chat_id, message_id, pressed_at) values (?, ?, ?, ?) returning id',
  );
  const select = database.prepare('select * from presses where id = ?');
  const answer = database.prepare('update presses set answered_at = ? where id = ?');
  const removeAll = database.prepare('delete from presses where reader_id = ?');
  return {
    add(press: Omit<Press, 'id' | 'answeredAt'>): number {
      return readId(insert.get(press.readerId, press.chatId, press.messageId, press.pressedAt));
    },
    find(id: number): Press | undefined {
      const row = select.get(id);
      return row === undefined ? undefined : readPress(row);
    },
    answer(id: number, at: number): void {
      answer.run(at, id);
    },
    removeAllOf(readerId: number): void {
      removeAll.run(readerId);
    },
  };
}

export type Presses = ReturnType<typeof createPresses>;

function readPress(row: unknown): Press {
  const { id, reader_id, chat_id, message_id, pressed_at, answered_at } = pressRow.parse(row);
  return {
    id,
    readerId: reader_id,
    chatId: chat_id,
    messageId: message_id,
    pressedAt: pressed_at,
    answeredAt: answered_at,
  };
}

import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { entitySchema } from '../formatting/entity.ts';
import { replyMarkupSchema } from '../formatting/reply-markup.ts';
import { readId } from './open-database.ts';

const documentSchema = z.object({
  fileId: z.int(),
  name: z.string(),
  mime: z.string(),
  size: z.int(),
});

const bodySchema = z.object({
  /** The reader's id, or the bot's. */
  from: z.int(),
  /** Unix time in seconds, as in the Bot API. */
  date: z.int(),
  editDate: z.int().optional(),
  /** With a document: its caption, which may be empty. */
  text: z.string(),
  entities: z.array(entitySchema).readonly(),
  replyMarkup: replyMarkupSchema.optional(),
  replyTo: z.int().optional(),
  document: documentSchema.optional(),
});

const messageRow = z.object({ id: z.int(), chat_id: z.int(), body: z.string() });

export type MessageBody = Readonly<z.infer<typeof bodySchema>>;
export type Message = MessageBody & { readonly id: number; readonly chatId: number };
export type Document = Readonly<z.infer<typeof documentSchema>>;

/** All messages of all chats; ids rise over all chats and are never given twice. */
export function createMessages(database: DatabaseSync) {
  const insert = database.prepare(
    'insert into messages (chat_id, body) values (?, ?) returning id',
  );
  const select = database.prepare(
    'select id, chat_id, body from messages where chat_id = ? and id = ?',
  );
  const update = database.prepare('update messages set body = ? where id = ?');
  const remove = database.prepare('delete from messages where chat_id = ? and id = ?');
  const before = database.prepare(
    'select id, chat_id, body from messages where chat_id = ? and id < ? order by id desc limit ?',
  );
  const removeAll = database.prepare(
    "delete from messages where chat_id = ? or body ->> '$.from' = ? returning id, chat_id, body",
  );
  return {
    add(chatId: number, body: MessageBody): Message {
      const id = readId(insert.get(chatId, JSON.stringify(body)));
      return { ...body, id, chatId };
    },
    find(chatId: number, id: number): Message | undefined {
      const row = select.get(chatId, id);
      return row === undefined ? undefined : readMessage(row);
    },
    replace(message: Message): void {
      const { id, chatId: _chatId, ...body } = message;
      update.run(JSON.stringify(body), id);
    },
    remove(chatId: number, id: number): boolean {
      return remove.run(chatId, id).changes > 0;
    },
    /** Removes a reader's own chat and their messages in others; gives what was removed. */
    removeAllOf(readerId: number): readonly Message[] {
      return removeAll.all(readerId, readerId).map(readMessage);
    },
    /** The last `limit` messages before the given id, oldest first. */
    listBefore(chatId: number, { id, limit }: { id: number; limit: number }): readonly Message[] {
      return before.all(chatId, id, limit).map(readMessage).reverse();
    },
  };
}

export type Messages = ReturnType<typeof createMessages>;

function readMessage(row: unknown): Message {
  const { id, chat_id, body } = messageRow.parse(row);
  return { ...bodySchema.parse(JSON.parse(body)), id, chatId: chat_id };
}

import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Answer } from '../answering/answer.ts';
import { answerSchema } from './answer-schema.ts';
import type { Schema } from './state/schema.ts';
import { findResult, keepResult, type UpdateOrigin } from './update-results.ts';

/** Where a conversation takes place: in a group each reader has one of their own. */
export interface Place {
  readonly chatId: number;
  readonly readerId: number;
}

/** An answer that was given, with the chat and the reader it was made for. */
export interface KeptAnswer extends Place {
  /** 12 characters of `A-Za-z0-9_-`, not to be guessed. */
  readonly id: string;
  readonly answer: Answer;
  /** Epoch milliseconds. */
  readonly answeredAt: number;
}

export interface Answers {
  /** With an origin: as the answer to this update, which has one answer however often its handler runs. */
  keep(answer: Answer, place: Place, origin?: UpdateOrigin): Promise<KeptAnswer>;
  /** The answer that an earlier run of an update's handler has kept. */
  keptFor(origin: UpdateOrigin): Promise<KeptAnswer | undefined>;
  /** @throws Error when the row is there but does not hold an Answer. */
  find(id: string): Promise<KeptAnswer | undefined>;
}

export function createAnswers(db: Kysely<Schema>, now: () => number): Answers {
  const find = async (id: string) => {
    const row = await db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toKeptAnswer(row);
  };
  return {
    async keep(answer, { chatId, readerId }, origin) {
      const kept = { id: randomBytes(9).toString('base64url'), answeredAt: now() };
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('answers')
          .values({
            id: kept.id,
            chat_id: chatId,
            reader_id: readerId,
            kind: answer.kind,
            answer: JSON.stringify(answer),
            answered_at: kept.answeredAt,
          })
          .execute();
        const made = { kind: 'answer', key: kept.id, at: kept.answeredAt } as const;
        if (origin !== undefined) await keepResult(trx, origin, made);
      });
      return { ...kept, chatId, readerId, answer };
    },
    async keptFor(origin) {
      const id = await findResult(db, origin, 'answer');
      return id === undefined ? undefined : find(id);
    },
    find,
  };
}

/** Reads a row of `answers`, checking the JSON in it. */
export function toKeptAnswer(row: Selectable<Schema['answers']>): KeptAnswer {
  return {
    id: row.id,
    chatId: row.chat_id,
    readerId: row.reader_id,
    answer: parseAnswer(row.id, row.answer),
    answeredAt: row.answered_at,
  };
}

function parseAnswer(id: string, json: string): Answer {
  try {
    return answerSchema.parse(JSON.parse(json));
  } catch (error) {
    throw new Error(
      `The answer ${id} in the database is not readable: restore the database from a backup`,
      { cause: error },
    );
  }
}

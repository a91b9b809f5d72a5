import { setTimeout as wait } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Inbox, InboxUpdate } from '../exchange/inbox.ts';
import { judgeFailure, type Verdict } from './judge-failure.ts';
import { createLanes } from './lanes.ts';
import { safeError } from './safe-error.ts';

interface WorkOptions {
  readonly inbox: Inbox;
  readonly handle: (update: Update) => Promise<void>;
  /** Tells the reader that an update could not be handled; must not reject. */
  readonly apologise: (thrown: unknown, verdict: Verdict) => Promise<void>;
  /** Tells the reader of an update that the process has died over too often; must not reject. */
  readonly giveUp: (update: Update) => Promise<void>;
  /** Updates that must not wait for the one being handled in their chat, as /cancel. */
  readonly overtakes: (update: Update) => boolean;
  /** Milliseconds between the attempts at a handler that throws: one attempt more than pauses. */
  readonly retryPauses?: readonly number[];
  readonly log: Logger;
}

interface InboxWork {
  /** Writes updates into the inbox and sets out to handle those that are new. */
  accept(updates: readonly Update[]): Promise<void>;
  /** Takes up what an earlier run accepted and did not finish. */
  resume(): Promise<void>;
  redo: RedoUpdate;
  /** Begins nothing more and waits for what is being handled; the rest stays in the inbox. */
  close(): Promise<void>;
}

/** Handles an update again whose reply may be lost, on the wish of the reader it is from. */
export type RedoUpdate = (
  updateId: number,
  readerId: number,
) => Promise<'again' | 'other-reader' | 'over'>;

// Written by us after Telegram sent it: only what everything else hangs on is looked at again.
const updateSchema = z.custom<Update>(
  (value) => z.looseObject({ update_id: z.int() }).safeParse(value).success,
);

/** Handles updates from the inbox, one lane per chat. */
export function workInbox(options: WorkOptions): InboxWork {
  const { inbox, overtakes, log } = options;
  const lanes = createLanes();
  const enqueue = ({ body }: InboxUpdate) => {
    const update = updateSchema.parse(body);
    if (overtakes(update)) lanes.rush(() => work(update, options));
    else lanes.add(laneOf(update), () => work(update, options));
  };
  return {
    async accept(updates) {
      const rows = updates.map((update) => ({ updateId: update.update_id, body: update }));
      for (const fresh of await inbox.accept(rows)) enqueue(fresh);
    },
    async resume() {
      const pending = await inbox.pending();
      if (pending.length > 0) log.info({ updates: pending.length }, 'resuming unfinished updates');
      for (const update of pending) enqueue(update);
    },
    async redo(updateId, readerId) {
      const body = await inbox.findDoubtful(updateId);
      if (body === undefined) return 'over';
      const sender = senderOf(updateSchema.parse(body));
      if (sender !== undefined && sender !== readerId) return 'other-reader';
      if (!(await inbox.reopen(updateId))) return 'over';
      enqueue({ updateId, body });
      return 'again';
    },
    close: () => lanes.close(),
  };
}

/** Does not reject: what the database can not take stays in the inbox for the next start. */
async function work(update: Update, options: WorkOptions): Promise<void> {
  const { inbox, log } = options;
  const updateId = update.update_id;
  try {
    const state = await inbox.begin(updateId);
    if (state === 'parked') {
      log.error({ updateId }, 'an update was parked after several attempts');
      await options.giveUp(update);
    }
    if (state === 'begun') await attempt(update, options);
  } catch (error) {
    log.error({ err: safeError(error), updateId }, 'an update was not handled');
  }
}

const defaultPauses = [300, 2000];

/** Runs the handler, three times when it breaks, and settles what becomes of the update. */
async function attempt(update: Update, options: WorkOptions): Promise<void> {
  const { handle, inbox, retryPauses = defaultPauses } = options;
  for (const pause of retryPauses) {
    const failure = await failureOf(handle(update));
    if (failure === undefined) return inbox.finish(update.update_id);
    if (failure.verdict !== 'broken') return settle(update, failure, options);
    tell(update, failure, options);
    await wait(pause);
  }
  const failure = await failureOf(handle(update));
  if (failure === undefined) return inbox.finish(update.update_id);
  return settle(update, failure, options);
}

interface Failure {
  readonly thrown: unknown;
  readonly verdict: Verdict;
}

async function failureOf(handling: Promise<void>): Promise<Failure | undefined> {
  try {
    await handling;
    return undefined;
  } catch (thrown) {
    return { thrown, verdict: judgeFailure(thrown) };
  }
}

async function settle(update: Update, failure: Failure, options: WorkOptions): Promise<void> {
  const { inbox, apologise } = options;
  const updateId = update.update_id;
  tell(update, failure, options);
  if (failure.verdict === 'stopping') return inbox.postpone(updateId);
  if (failure.verdict === 'reader-gone') return inbox.finish(updateId);
  await apologise(failure.thrown, failure.verdict);
  if (failure.verdict === 'uncertain') return inbox.doubt(updateId);
  return inbox.park(updateId);
}

function tell({ update_id }: Update, { thrown, verdict }: Failure, { log }: WorkOptions): void {
  const fields = { err: safeError(thrown), updateId: update_id, verdict };
  log[levels[verdict]](fields, said[verdict]);
}

const said: Readonly<Record<Verdict, string>> = {
  stopping: 'an update waits for the next start',
  'reader-gone': 'the reader has blocked the bot or left the chat',
  uncertain: 'it is not known whether a message arrived; it is not sent again',
  refused: 'an update failed',
  broken: 'an update failed',
};

const levels = {
  stopping: 'info',
  'reader-gone': 'info',
  uncertain: 'warn',
  refused: 'error',
  broken: 'error',
} as const satisfies Record<Verdict, string>;

/** Undefined when it is from nobody in particular, as an anonymous admin. */
function senderOf({ message, callback_query: press }: Update): number | undefined {
  if (message?.sender_chat !== undefined) return undefined;
  return (message ?? press)?.from?.id;
}

function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  const chat = message?.chat ?? update.my_chat_member?.chat;
  return chat === undefined ? `update ${update.update_id}` : `chat ${chat.id}`;
}

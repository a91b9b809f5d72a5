import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Inbox, InboxUpdate } from '../exchange/inbox.ts';
import { createLanes } from './lanes.ts';
import { BotStopping } from './running-questions.ts';
import { safeError } from './safe-error.ts';

interface WorkOptions {
  readonly inbox: Inbox;
  readonly handle: (update: Update) => Promise<void>;
  /** Updates that must not wait for the one being handled in their chat, as /cancel. */
  readonly overtakes: (update: Update) => boolean;
  readonly log: Logger;
}

export interface InboxWork {
  /** Writes updates into the inbox and sets out to handle those that are new. */
  accept(updates: readonly Update[]): Promise<void>;
  /** Takes up what an earlier run accepted and did not finish. */
  resume(): Promise<void>;
  /** Begins nothing more and waits for what is being handled; the rest stays in the inbox. */
  close(): Promise<void>;
}

// Written by us after Telegram sent it: only what everything else hangs on is looked at again.
const updateSchema = z.custom<Update>(
  (value) => z.looseObject({ update_id: z.int() }).safeParse(value).success,
);

/** Handles updates from the inbox, one lane per chat. */
export function workInbox({ inbox, handle, overtakes, log }: WorkOptions): InboxWork {
  const lanes = createLanes();
  const work = async (update: Update) => {
    try {
      const state = await inbox.begin(update.update_id);
      if (state === 'parked') {
        log.error({ updateId: update.update_id }, 'an update was parked after several attempts');
        return;
      }
      await handle(update);
      await inbox.finish(update.update_id);
    } catch (thrown) {
      const error = safeError(thrown);
      const fields = { err: error, updateId: update.update_id };
      if (error instanceof BotStopping) log.info(fields, 'an update waits for the next start');
      else log.error(fields, 'an update was not handled');
    }
  };
  const enqueue = ({ body }: InboxUpdate) => {
    const update = updateSchema.parse(body);
    const lane = overtakes(update) ? `update ${update.update_id}` : laneOf(update);
    lanes.add(lane, () => work(update));
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
    close: () => lanes.close(),
  };
}

function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return message === undefined ? `update ${update.update_id}` : `chat ${message.chat.id}`;
}

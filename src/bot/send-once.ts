import { type ApiCallFn, HttpError, type Transformer } from 'grammy';
import { z } from 'zod';
import { type Effects, type SentMessage, sentSchema } from '../exchange/effects.ts';
import { neverArrived } from './safe-error.ts';
import type { TakeTurns } from './take-turns.ts';

/** A message was on its way when the connection or the program ended: nobody knows whether it arrived. */
export class UncertainDelivery extends Error {
  override name = 'UncertainDelivery';
}

const sending: readonly string[] = ['sendMessage', 'sendDocument'];
/** A message we have sent before, in the type of whatever call it replies to; only its id and date are there. */
const resultSchema = z.custom<never>((value) => sentSchema.safeParse(value).success);

interface SendOnceOptions {
  readonly effects: Effects;
  readonly updateId: number;
  /** Shared by all updates: what is marked as being sent goes out before the next message is marked. */
  readonly takeTurns: TakeTurns;
}

/**
 * Sends each message of an update once, however often its handler is run: by a retry, or after a crash.
 * @throws UncertainDelivery when it is not known whether a message has arrived.
 */
export function sendOnce({ effects, updateId, takeTurns }: SendOnceOptions): Transformer {
  let n = 0;
  return async (previous, method, ...call) => {
    if (!sending.includes(method)) return previous(method, ...call);
    n += 1;
    const key = { updateId, n };
    const undo = async () => {
      await effects.undo(key);
      // Another attempt at it is the same message.
      if (n === key.n) n -= 1;
    };
    const send = async () => {
      const beginning = await effects.begin(key);
      if (beginning.state !== 'new') return { beginning };
      const response = await previous(method, ...call).catch((error: unknown) =>
        explainLoss(error, undo),
      );
      if (response.ok) await effects.finish(key, sentSchema.parse(response.result));
      else await undo();
      return { response };
    };
    const { beginning, response } = await takeTurns(send);
    if (response !== undefined) return response;
    if (beginning.state === 'unknown') throw new UncertainDelivery('An earlier run was cut off');
    await sayInstead({ previous, payload: call[0], result: beginning.result });
    return { ok: true, result: resultSchema.parse(beginning.result) };
  };
}

/** Rejects with what is known of a call without a reply. */
async function explainLoss(error: unknown, undo: () => Promise<void>): Promise<never> {
  if (!(error instanceof HttpError)) throw error;
  if (!neverArrived(error)) {
    throw new UncertainDelivery('The connection ended before the reply', { cause: error });
  }
  await undo();
  throw error;
}

const messageSchema = z.looseObject({ chat_id: z.union([z.int(), z.string()]), text: z.string() });

interface Instead {
  readonly previous: ApiCallFn;
  readonly payload: unknown;
  readonly result: SentMessage;
}

/** The message stands in the chat already: what the handler says now takes the place of what it said then. */
async function sayInstead({ previous, payload, result }: Instead): Promise<void> {
  const { data } = messageSchema.safeParse(payload);
  if (data === undefined) return;
  const { reply_parameters: _, ...message } = data;
  // A refusal, as of a text that is the same, leaves what was said.
  await previous('editMessageText', { ...message, message_id: result.message_id });
}

import { setImmediate as breathe } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Delivery, Outbox, Outgoing, Settlement } from '../exchange/digest/outbox.ts';
import { judgeDelivery } from './judge-delivery.ts';
import type { Pacer } from './pacer.ts';
import { safeError } from './safe-error.ts';

interface DeliveryOptions {
  readonly outbox: Outbox;
  readonly pacer: Pacer;
  /** Makes the message and gives the call to Telegram, which rejects with its error. */
  readonly prepare: (outgoing: Outgoing) => Promise<() => Promise<unknown>>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

// At most so many are marked as being sent: what a crash leaves unknown.
const inFlightAtMost = 8;
const progressEvery = 1000;

/**
 * Sends what is due until nothing is, Telegram wants peace, or the signal is aborted. Answers with how many were sent.
 * A row is claimed before its call and its slot is freed when its end is on disk.
 */
export async function deliverDigests(options: DeliveryOptions): Promise<number> {
  const { outbox, log, signal } = options;
  const state = { sent: 0, isFlooded: false };
  const slots = new Set<Promise<void>>();
  const settle = createSettle(outbox, (settlements) => {
    const before = state.sent;
    state.sent += settlements.filter(({ delivery }) => delivery.kind === 'sent').length;
    const steps = Math.floor(state.sent / progressEvery);
    if (steps > Math.floor(before / progressEvery))
      log.info({ sent: state.sent }, 'sending digests');
  });
  const start = (outgoing: Outgoing) => {
    const slot: Promise<void> = deliver(outgoing, { ...options, isHeld: () => state.isFlooded })
      .then((delivery) => {
        if (delivery.kind === 'flood') state.isFlooded = true;
        return settle({ outgoing, delivery });
      })
      .finally(() => slots.delete(slot));
    slots.add(slot);
  };
  try {
    while (!signal.aborted && !state.isFlooded) {
      const claimed = await outbox.claim(inFlightAtMost - slots.size);
      for (const outgoing of claimed) start(outgoing);
      if (slots.size === 0) break;
      await Promise.race(slots);
      // Those whose ends were written down together are free together.
      await breathe();
    }
  } finally {
    await Promise.all(slots);
  }
  return state.sent;
}

interface Sending extends DeliveryOptions {
  readonly isHeld: () => boolean;
}

/** Does not reject. */
async function deliver(outgoing: Outgoing, options: Sending): Promise<Delivery> {
  const { pacer, prepare, log, signal, isHeld } = options;
  const tell = (error: unknown, delivery: Delivery): Delivery => {
    log.warn({ err: safeError(error), delivery: delivery.kind }, 'a digest was not delivered');
    return delivery;
  };
  const send = await prepare(outgoing).catch((error: unknown) => tell(error, { kind: 'failed' }));
  if (typeof send !== 'function') return send;
  await pacer.admit('digest', outgoing.chatId);
  if (isHeld() || signal.aborted) return { kind: 'unsent' };
  try {
    await send();
    return { kind: 'sent' };
  } catch (error) {
    return tell(error, judgeDelivery(error));
  }
}

/** Writes ends down together: while one write is under way, the next ones gather. */
function createSettle(outbox: Outbox, written: (settlements: readonly Settlement[]) => void) {
  let gathered: Settlement[] = [];
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const write = async () => {
    next = undefined;
    const settlements = gathered;
    gathered = [];
    await outbox.settle(settlements);
    written(settlements);
  };
  return (settlement: Settlement): Promise<void> => {
    gathered.push(settlement);
    if (next === undefined) {
      next = writing.then(write);
      // A write that fails is told to those who wait for it; later ones are tried all the same.
      writing = next.catch(() => undefined);
    }
    return next;
  };
}

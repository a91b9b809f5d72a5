import { setImmediate as breathe } from 'node:timers/promises';
import type { Outbox } from '../exchange/digest/outbox.ts';
import type { Settlement } from '../exchange/digest/outgoing.ts';
import { createFlights, type FlightOptions } from './digest-flights.ts';

interface DeliveryOptions extends FlightOptions {
  readonly outbox: Outbox;
}

// At most so many are marked as being sent: what a crash leaves unknown.
const inFlightAtMost = 8;
const progressEvery = 1000;

/**
 * Sends what is due until nothing is, Telegram wants peace, or the signal is aborted. Answers with how many were sent.
 * A row is marked before its call and after it; what has ended makes room for what comes next in one commit.
 */
export async function deliverDigests(options: DeliveryOptions): Promise<number> {
  const { outbox, signal } = options;
  const flights = createFlights(options);
  const progress = createProgress(options);
  let ended: readonly Settlement[] = [];
  try {
    do {
      ended = flights.land();
      const isOver = signal.aborted || flights.isFlooded();
      const room = isOver ? 0 : inFlightAtMost - flights.count();
      const claimed = await outbox.settleAndClaim(ended, room);
      progress.add(ended);
      ended = [];
      for (const outgoing of claimed) flights.start(outgoing);
      await flights.untilDue();
      // Those that end together are written down together.
      await breathe();
    } while (flights.hasAny());
  } finally {
    await flights.untilEmpty();
    // What a write that failed has left.
    await outbox.settle([...ended, ...flights.land()]);
  }
  return progress.sent();
}

function createProgress({ log }: DeliveryOptions) {
  let sent = 0;
  return {
    add(settlements: readonly Settlement[]) {
      const before = Math.floor(sent / progressEvery);
      sent += settlements.filter(({ delivery }) => delivery.kind === 'sent').length;
      if (Math.floor(sent / progressEvery) > before) log.info({ sent }, 'sending digests');
    },
    sent: () => sent,
  };
}

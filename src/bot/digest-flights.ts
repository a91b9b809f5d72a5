import type { Logger } from 'pino';
import type { Delivery, Outgoing, Settlement } from '../exchange/digest/outgoing.ts';
import { judgeDelivery } from './judge-delivery.ts';
import type { Pacer } from './pacer.ts';
import { safeError } from './safe-error.ts';

export interface FlightOptions {
  readonly pacer: Pacer;
  /** Makes the message and gives the call to Telegram, which rejects with its error. */
  readonly prepare: (outgoing: Outgoing) => Promise<() => Promise<unknown>>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Digests on their way to Telegram. */
interface Flights {
  start(outgoing: Outgoing): void;
  /** How many are on their way. */
  count(): number;
  /** Whether any is on its way, or has ended and was not taken. */
  hasAny(): boolean;
  /** Takes those that have ended. */
  land(): readonly Settlement[];
  /** Whether Telegram has asked for peace: none goes out any more. */
  isFlooded(): boolean;
  /** Waits until it is time to write ends down: none is on its way, or the next ones are needed, or one went wrong. */
  untilDue(): Promise<void>;
  untilEmpty(): Promise<void>;
}

// While more than this wait for their second to come, writing down what was sent can wait for more of it.
const waitingEnough = 1;

export function createFlights(options: FlightOptions): Flights {
  const flying = new Set<Promise<void>>();
  const landed: Settlement[] = [];
  const state = { waiting: 0, isFlooded: false, isTroubled: false };
  let bell = Promise.withResolvers<void>();
  const isDue = () => {
    const isWanted = state.waiting <= waitingEnough || state.isTroubled;
    return flying.size === 0 || (landed.length > 0 && isWanted);
  };
  const look = () => {
    if (isDue()) bell.resolve();
  };
  const admit = async (chatId: number) => {
    state.waiting += 1;
    await options.pacer.admit('digest', chatId);
    state.waiting -= 1;
    look();
    return !state.isFlooded && !options.signal.aborted;
  };
  return {
    start(outgoing) {
      const flight: Promise<void> = fly(outgoing, { ...options, admit }).then((delivery) => {
        if (delivery.kind === 'flood') state.isFlooded = true;
        if (delivery.kind !== 'sent') state.isTroubled = true;
        landed.push({ outgoing, delivery });
        flying.delete(flight);
        look();
      });
      flying.add(flight);
    },
    count: () => flying.size,
    hasAny: () => flying.size + landed.length > 0,
    land() {
      state.isTroubled = false;
      return landed.splice(0);
    },
    isFlooded: () => state.isFlooded,
    async untilDue() {
      bell = Promise.withResolvers();
      look();
      await bell.promise;
    },
    async untilEmpty() {
      await Promise.all(flying);
    },
  };
}

interface Flight extends FlightOptions {
  /** Waits for its turn; false when it must not go out any more. */
  readonly admit: (chatId: number) => Promise<boolean>;
}

/** Does not reject. */
async function fly(outgoing: Outgoing, { admit, prepare, log }: Flight): Promise<Delivery> {
  const tell = (error: unknown, delivery: Delivery): Delivery => {
    log.warn({ err: safeError(error), delivery: delivery.kind }, 'a digest was not delivered');
    return delivery;
  };
  const send = await prepare(outgoing).catch((error: unknown) => tell(error, { kind: 'failed' }));
  if (typeof send !== 'function') return send;
  if (!(await admit(outgoing.chatId))) return { kind: 'unsent' };
  try {
    await send();
    return { kind: 'sent' };
  } catch (error) {
    return tell(error, judgeDelivery(error));
  }
}

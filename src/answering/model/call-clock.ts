import { type FaultKind, ModelInterruption } from './model-fault.ts';

/** Milliseconds. `whole` holds for one question, retries included. */
export interface ModelTimeouts {
  readonly connect: number;
  readonly firstByte: number;
  readonly silence: number;
  readonly whole: number;
}

export const modelTimeouts: ModelTimeouts = {
  connect: 5_000,
  firstByte: 20_000,
  silence: 15_000,
  whole: 40_000,
};

export interface CallClock extends Disposable {
  /** Aborted, with a ModelInterruption as its reason, when a time is up or whoever asked ends the call. */
  readonly signal: AbortSignal;
  /** The connection stands: the question is on its way. */
  connected(): void;
  /** Bytes have come: from now on it is their absence that counts. */
  heard(): void;
}

interface ClockOptions {
  readonly timeouts: ModelTimeouts;
  /** Milliseconds left of the whole. */
  readonly left: number;
  readonly signal?: AbortSignal | undefined;
}

/** Watches over one call: its connection, first byte, silence and the whole. */
export function startCallClock({ timeouts, left, signal }: ClockOptions): CallClock {
  const controller = new AbortController();
  const interrupt = (kind: FaultKind) => controller.abort(new ModelInterruption({ kind }));
  const stop = () => interrupt(isTimeUp(signal) ? 'not-awaited' : 'stopped');
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  const whole = setTimeout(interrupt, left, 'whole-timeout');
  // The client's own time does not hold when a connection that nobody waits for any more is still being made.
  const connecting = setTimeout(interrupt, timeouts.connect, 'connect-timeout');
  let waiting = setTimeout(interrupt, timeouts.firstByte, 'first-byte-timeout');
  return {
    signal: controller.signal,
    connected: () => clearTimeout(connecting),
    heard() {
      clearTimeout(waiting);
      waiting = setTimeout(interrupt, timeouts.silence, 'silence-timeout');
    },
    [Symbol.dispose]() {
      for (const timer of [whole, connecting, waiting]) clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
  };
}

/** Its giver waits no longer: `AbortSignal.timeout` says so. */
function isTimeUp(signal: AbortSignal | undefined): boolean {
  return signal?.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
}

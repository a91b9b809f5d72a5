import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isOutage, type ModelFault } from './model-fault.ts';

/** The outcome of a call: what came of it, or what went wrong. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: ModelFault };

/** Runs a call of the model, or spares the reader the wait when the model has just failed several times. */
type ModelBreaker = <T>(
  call: (state: { readonly isProbe: boolean }) => Promise<Outcome<T>>,
  options: BreakerCall,
) => Promise<Outcome<T>>;

interface BreakerCall {
  /** Whether the call may show that a model answers again. */
  readonly mayProbe: boolean;
}

interface BreakerOptions {
  readonly log: Logger;
  /** Outages in a row after which the model is left alone. */
  readonly failures?: number;
  /** Milliseconds between two probes. */
  readonly rest?: number;
}

const failedSchema = z.object({ ok: z.literal(false), fault: z.custom<ModelFault>() });

export function createModelBreaker({
  log,
  failures = 3,
  rest = 30_000,
}: BreakerOptions): ModelBreaker {
  const policy = circuitBreaker(
    handleWhenResult((result) => {
      const failed = failedSchema.safeParse(result);
      if (!failed.success) return false;
      // A probe that its reader stopped has shown nothing.
      const isStoppedProbe =
        failed.data.fault.kind === 'stopped' && policy.state === CircuitState.HalfOpen;
      return isStoppedProbe || isOutage(failed.data.fault);
    }),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: rest },
  );
  policy.onBreak(() =>
    log.error({ rest }, 'the model keeps failing and is left alone for a while'),
  );
  policy.onHalfOpen(() => log.info('probing the model'));
  policy.onReset(() => log.info('the model answers again'));
  let openedAt = Number.NEGATIVE_INFINITY;
  policy.onBreak(() => {
    openedAt = Date.now();
  });
  return async (call, { mayProbe }) => {
    // While one question probes, cockatiel would let the others wait for its outcome.
    const isProbing = policy.state === CircuitState.HalfOpen;
    const isDue = mayProbe && Date.now() - openedAt >= rest;
    const isOpen = policy.state === CircuitState.Open && !isDue;
    if (isProbing || isOpen) return { ok: false, fault: { kind: 'resting' } };
    const isProbe = policy.state === CircuitState.Open;
    return policy.execute(() => call({ isProbe }));
  };
}

/** What may be spent in one day, in tokens. */
interface TokenCaps {
  readonly perDay: number;
  readonly perReader: number;
}

/** Remembers what was spent. Tokens are set aside before a call, so that calls side by side can not overspend. */
export interface TokenSpending {
  /** Sets tokens aside for today; undefined, and nothing is set aside, when that would exceed a cap. */
  setAside(request: SpendingRequest): Promise<{ readonly day: string } | undefined>;
  /** Corrects what was set aside on `day` by `difference`, which is negative when less was used. */
  correct(correction: SpendingCorrection): Promise<void>;
}

export interface SpendingRequest {
  /** Opaque; never told to the model. Empty when nobody's: then only the cap of the day holds. */
  readonly reader: string;
  readonly tokens: number;
  readonly caps: TokenCaps;
}

interface SpendingCorrection {
  readonly day: string;
  readonly reader: string;
  readonly difference: number;
}

/** Tokens set aside for one call. */
interface Reservation {
  /** Must be called once the call has ended, with what it really took. */
  settle(used: number): Promise<void>;
}

export interface TokenBudget {
  /** Undefined when the day's tokens do not suffice. */
  reserve(reader: string, tokens: number): Promise<Reservation | undefined>;
}

export function createTokenBudget(spending: TokenSpending, caps: TokenCaps): TokenBudget {
  return {
    async reserve(reader, tokens) {
      const setAside = await spending.setAside({ reader, tokens, caps });
      if (setAside === undefined) return undefined;
      return {
        settle: (used) =>
          spending.correct({ day: setAside.day, reader, difference: used - tokens }),
      };
    },
  };
}

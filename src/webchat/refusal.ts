interface RefusalOptions extends ErrorOptions {
  /** Default 400. */
  readonly code?: number;
}

/** A request that is turned down: with Telegram's code and words towards the bot, in plain Chinese towards the page. */
export class Refusal extends Error {
  readonly code: number;

  constructor(description: string, { code = 400, ...options }: RefusalOptions = {}) {
    super(description, options);
    this.name = 'Refusal';
    this.code = code;
  }
}

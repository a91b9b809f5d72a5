import { BotError, GrammyError, HttpError } from 'grammy';

/** What may be told of a failed call to Telegram. */
export class TelegramError extends Error {
  override name = 'TelegramError';
  readonly method: string | undefined;
  /** Telegram's own code, when it answered at all. */
  readonly error_code: number | undefined;
  /** The network's code, as ECONNREFUSED. */
  readonly code: string | undefined;
  constructor(
    message: string,
    details: Partial<Pick<TelegramError, 'method' | 'error_code' | 'code'>>,
  ) {
    super(message);
    this.method = details.method;
    this.error_code = details.error_code;
    this.code = details.code;
  }
}

/**
 * An error that can be logged: grammY's own carry the request, and its address holds the token.
 * Errors that are not Telegram's are given back as they are.
 */
export function safeError(error: unknown): Error {
  if (error instanceof BotError) return safeError(error.error);
  if (error instanceof GrammyError) {
    const { method, error_code, description } = error;
    return new TelegramError(`Telegram refused ${method}: ${description}`, { method, error_code });
  }
  if (error instanceof HttpError) {
    const code = networkCode(error);
    return new TelegramError(`Telegram could not be reached (${code ?? 'no reply in time'})`, {
      code,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}

// The connection was never made.
const neverLeft: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_PROXY_TUNNEL'];

/** What was to be sent has certainly not arrived. */
export function neverArrived(error: HttpError): boolean {
  return neverLeft.includes(networkCode(error) ?? '');
}

/** The network's word for what went wrong: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED, invalid-json … */
function networkCode({ error }: HttpError): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'type' in error && typeof error.type === 'string' ? error.type : undefined;
}

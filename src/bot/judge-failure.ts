import { BotError, GrammyError } from 'grammy';
import { BotStopping } from './running-questions.ts';
import { UncertainDelivery } from './send-once.ts';

/** What becomes of an update whose handler has thrown. */
export type Verdict =
  /** The program stops: the next start handles it. */
  | 'stopping'
  /** Nobody is there to be answered. */
  | 'reader-gone'
  /** Something was on its way: running it again could send it twice. */
  | 'uncertain'
  /** Telegram has refused: it would do so again. */
  | 'refused'
  /** Worth another attempt. */
  | 'broken';

export function judgeFailure(thrown: unknown): Verdict {
  const error = thrown instanceof BotError ? thrown.error : thrown;
  if (error instanceof BotStopping) return 'stopping';
  if (error instanceof UncertainDelivery) return 'uncertain';
  if (!(error instanceof GrammyError)) return 'broken';
  if (isReaderGone(error)) return 'reader-gone';
  return error.error_code < 500 ? 'refused' : 'broken';
}

const gone =
  /chat not found|user is deactivated|group chat was deactivated|not enough rights to send|PEER_ID_INVALID/i;

/** Blocked, kicked, deactivated, or never there. */
export function isReaderGone({ error_code: code, description }: GrammyError): boolean {
  return code === 403 || (code === 400 && gone.test(description));
}

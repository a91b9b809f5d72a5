import { GrammyError, HttpError } from 'grammy';
import type { Delivery } from '../exchange/digest/outgoing.ts';
import { isReaderGone } from './judge-failure.ts';
import { neverArrived } from './safe-error.ts';

// Milliseconds until a digest is tried again after a fault of Telegram's, and of the network.
const serverPause = 5000;
const networkPause = 15_000;

/** What a failed call says of a digest; of a failure nobody can name, that it may have gone out. */
export function judgeDelivery(error: unknown): Delivery {
  if (error instanceof HttpError) {
    return neverArrived(error) ? { kind: 'flood', after: networkPause } : { kind: 'unknown' };
  }
  if (!(error instanceof GrammyError)) return { kind: 'unknown' };
  const { error_code: code, parameters } = error;
  if (code === 429) return { kind: 'flood', after: (parameters.retry_after ?? 1) * 1000 };
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', to: parameters.migrate_to_chat_id };
  }
  if (isReaderGone(error)) return { kind: 'gone' };
  return code >= 500 ? { kind: 'again', after: serverPause } : { kind: 'failed' };
}

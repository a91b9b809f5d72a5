import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ChatRoom } from '../chat-room.ts';
import { Refusal } from '../refusal.ts';
import type { Update } from '../store/updates.ts';
import { type Call, readInteger, readStructure } from './call.ts';

/** Longest wait of one request in seconds, and most updates of one answer, as on Telegram. */
const maxTimeout = 50;
const maxLimit = 100;

export const allowedUpdates = z.array(z.string());

interface Poll {
  readonly call: Call;
  /** Aborts when the bot is gone. */
  readonly gone: AbortSignal;
}

/**
 * Long polling: what the bot has not confirmed, at once or as soon as it comes. An offset confirms all below it.
 * A second request ends the first one with 409, as on Telegram.
 */
export function createGetUpdates(room: ChatRoom) {
  let dismiss: (() => void) | undefined;
  return async ({ call, gone }: Poll): Promise<readonly Update[]> => {
    dismiss?.();
    const limit = Math.min(Math.max(readInteger(call, 'limit') ?? maxLimit, 1), maxLimit);
    const timeout = Math.min(Math.max(readInteger(call, 'timeout') ?? 0, 0), maxTimeout);
    rememberAllowed(room, call);
    const first = confirmByOffset(room, readInteger(call, 'offset') ?? 0);
    const ready = room.store.updates.listFrom(first, limit);
    if (ready.length > 0 || timeout === 0) return ready;
    const conflict = new AbortController();
    dismiss = () => conflict.abort();
    await waitForUpdate(room, [AbortSignal.timeout(timeout * 1000), gone, conflict.signal]);
    if (conflict.signal.aborted) {
      throw new Refusal(
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        { code: 409 },
      );
    }
    dismiss = undefined;
    return gone.aborted ? [] : room.store.updates.listFrom(first, limit);
  };
}

function rememberAllowed(room: ChatRoom, call: Call): void {
  const allowed = allowedUpdates.safeParse(readStructure(call, 'allowed_updates'));
  if (!allowed.success) return;
  const { settings } = room.store;
  const known = settings.read('allowed_updates', allowedUpdates);
  if (!isDeepStrictEqual(known, allowed.data)) settings.write('allowed_updates', allowed.data);
}

/** A negative offset counts from the end and forgets all before it. Returns the first id to give out. */
function confirmByOffset(room: ChatRoom, offset: number): number {
  const { updates } = room.store;
  const first = offset < 0 ? updates.lastFrom(-offset) : offset;
  if (first > 0) updates.confirmBelow(first);
  return first;
}

function waitForUpdate(room: ChatRoom, signals: readonly AbortSignal[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const over = AbortSignal.any([...signals]);
  const end = room.changes.listen((change) => {
    if (change.kind === 'update') resolve();
  });
  over.addEventListener('abort', () => resolve(), { once: true });
  if (over.aborted) resolve();
  return promise.finally(end);
}

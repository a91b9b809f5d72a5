// A Bot API in a process of its own, as Telegram is: its work does not slow the sender down.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { startLedger } from '../tests/support/bot-api-ledger.ts';

/** Starts a Bot API that never fails, in another process. */
export async function startBotApi() {
  const child = fork(import.meta.filename);
  const [apiRoot] = z
    .tuple([z.string()])
    .rest(z.unknown())
    .parse(await once(child, 'message'));
  return { apiRoot, [Symbol.dispose]: () => void child.kill() };
}

if (process.argv[1] === import.meta.filename) {
  const { apiRoot } = await startLedger({ seed: 1, faultShare: 0 });
  process.send?.(apiRoot);
}

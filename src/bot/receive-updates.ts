import { pollUpdates } from './poll-updates.ts';
import { receiveWebhook, type Webhook } from './receive-webhook.ts';
import { safeError } from './safe-error.ts';

/** Updates coming in. */
interface Receiving {
  readonly ended: Promise<void>;
  readonly webhookPort: number | undefined;
  stop(): Promise<void>;
}

type Receiver = Omit<Parameters<typeof pollUpdates>[0], 'signal'>;

/** Receives updates: by webhook when there is one, else by long polling. */
export async function receiveUpdates(
  webhook: Webhook | undefined,
  receiver: Receiver,
): Promise<Receiving> {
  if (webhook === undefined) {
    const polling = new AbortController();
    await receiver.api.deleteWebhook().catch((error: unknown) => {
      receiver.log.warn({ err: safeError(error) }, 'the webhook could not be deleted');
    });
    const ended = pollUpdates({ ...receiver, signal: polling.signal });
    // Whoever waits for the end hears of a failure; nobody waiting is no reason to crash.
    ended.catch(() => undefined);
    return { ended, webhookPort: undefined, stop: async () => polling.abort() };
  }
  const { port, close } = await receiveWebhook({ ...receiver, webhook });
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const stop = async () => {
    await close();
    resolve();
  };
  return { ended, webhookPort: port, stop };
}

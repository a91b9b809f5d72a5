import { setTimeout as wait } from 'node:timers/promises';
import { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Digests } from '../exchange/digest/digests.ts';
import type { Outgoing } from '../exchange/digest/outgoing.ts';
import { clientOptions, type TelegramConnection } from './connection.ts';
import { deliverDigests } from './deliver-digests.ts';
import { fallBackToPlainText } from './fall-back-to-plain-text.ts';
import type { Pacer } from './pacer.ts';
import { renderDigest } from './render/digest.ts';
import { safeError } from './safe-error.ts';
import { toOptions } from './send-messages.ts';

interface RunOptions {
  readonly connection: TelegramConnection;
  readonly digests: Digests;
  readonly pacer: Pacer;
  readonly log: Logger;
}

interface RunningDigests {
  /** Something may be due: looks at once. */
  wake(): void;
  /** Sends nothing more and waits for what is on its way, for at most as long as a call takes. */
  stop(): Promise<void>;
}

// How often is looked for what is due, in milliseconds.
const lookEvery = 20_000;
// A digest that hangs must not hold a slot for a minute.
const callTimeout = 30;

/** Plans and sends digests for as long as the bot runs. */
export async function runDigests(options: RunOptions): Promise<RunningDigests> {
  const { log } = options;
  await recover(options);
  const stopping = new AbortController();
  let bell = Promise.withResolvers<void>();
  const rest = async () => {
    const { promise } = bell;
    await Promise.race([
      promise,
      wait(lookEvery, undefined, { ref: false, signal: stopping.signal }),
    ]);
    bell = Promise.withResolvers<void>();
  };
  const look = async () => {
    if ((await plan(options)) > 0) bell.resolve();
  };
  const planning = repeat(look, { rest, log, signal: stopping.signal });
  const sending = repeat(() => deliver(options, stopping.signal), {
    rest,
    log,
    signal: stopping.signal,
  });
  return {
    wake: () => bell.resolve(),
    async stop() {
      stopping.abort();
      await Promise.all([planning, sending]);
    },
  };
}

interface Repeating {
  readonly rest: () => Promise<void>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** What goes wrong once is logged and tried again after a rest. */
async function repeat(work: () => Promise<void>, { rest, log, signal }: Repeating): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      log.error({ err: safeError(error) }, 'digests could not be planned or sent');
    }
    await rest().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

async function plan({ digests, log }: RunOptions): Promise<number> {
  await digests.outbox.keepQuiet();
  const planned = await digests.plan();
  if (planned > 0) log.info({ planned }, 'digests planned');
  return planned;
}

/** What nobody is sending any more: after a crash, or when the database was away. */
async function recover({ digests, log }: RunOptions): Promise<void> {
  const lost = await digests.outbox.recover();
  if (lost > 0) log.warn({ digests: lost }, 'it is not known whether some digests arrived');
}

async function deliver(options: RunOptions, signal: AbortSignal): Promise<void> {
  const { connection, digests, pacer, log } = options;
  await recover(options);
  // Not the bot's own: a flood wait here must end all sending at once, not be waited out.
  const api = new Api(connection.token, {
    ...clientOptions(connection),
    timeoutSeconds: callTimeout,
  });
  api.config.use(fallBackToPlainText(log));
  const prepare = (outgoing: Outgoing) => prepareDigest(api, digests, outgoing);
  const sent = await deliverDigests({ outbox: digests.outbox, pacer, prepare, log, signal });
  if (sent > 0) log.info({ sent }, 'digests sent');
}

/** Makes the message of a digest and gives the call that sends it. */
export async function prepareDigest(
  api: Api,
  { contents }: Digests,
  { chatId, contentId }: Outgoing,
) {
  const content = await contents.find(contentId);
  if (content === undefined) throw new Error(`the content ${contentId} of a digest is missing`);
  const message = renderDigest({ contentId, content, isSubscribed: true });
  return () => api.sendMessage(chatId, message.html, toOptions(message));
}

import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState } from '../../src/exchange/open-state.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What is remembered, on disk and with a clock to set: `await using memory = await openExchange()`. */
export async function openExchange() {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const file = folder.file('state.db');
  const clock = { now: Date.parse('2026-03-01T08:00:00Z') };
  const open = async () => {
    const state = await openState({ file });
    return { state, exchange: createExchange({ db: state.db, now: () => clock.now }) };
  };
  let current = await open();
  stack.defer(() => current.state[Symbol.asyncDispose]());
  return {
    clock,
    file,
    db: () => current.state.db,
    exchange: () => current.exchange,
    async reopen() {
      await current.state[Symbol.asyncDispose]();
      current = await open();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

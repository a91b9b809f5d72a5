import type { TokenSpending } from '../../src/answering/model/token-budget.ts';

/** Keeps what is spent no longer than the test runs. */
export function createPassingSpending(): TokenSpending {
  const spent = new Map<string, number>();
  const spentBy = (key: string) => spent.get(key) ?? 0;
  const add = (reader: string, tokens: number) => {
    for (const key of reader === '' ? ['all'] : ['all', `r${reader}`])
      spent.set(key, spentBy(key) + tokens);
  };
  return {
    async setAside({ reader, tokens, caps }) {
      const isFull =
        spentBy('all') + tokens > caps.perDay ||
        (reader !== '' && spentBy(`r${reader}`) + tokens > caps.perReader);
      if (isFull) return undefined;
      add(reader, tokens);
      return { day: 'this run' };
    },
    correct: async ({ reader, difference }) => add(reader, difference),
  };
}

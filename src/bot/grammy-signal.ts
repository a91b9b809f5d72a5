import type { Api } from 'grammy';

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** grammY's types name the signal of a polyfill; it takes the platform's as well. */
export function toGrammySignal(signal: AbortSignal | undefined): GrammySignal | undefined {
  return isGrammySignal(signal) ? signal : undefined;
}

function isGrammySignal(signal: unknown): signal is GrammySignal {
  return signal instanceof AbortSignal;
}

import type { Transformer } from 'grammy';
import type { Pacer } from './pacer.ts';

const paced: readonly string[] = [
  'sendMessage',
  'sendDocument',
  'editMessageText',
  'editMessageReplyMarkup',
];

/** Counts what goes out to readers who wait for it, ahead of all digests. */
export function paceAnswers(pacer: Pacer): Transformer {
  return async (previous, ...call) => {
    const [method, payload] = call;
    if (paced.includes(method) && 'chat_id' in payload) {
      await pacer.admit('answer', Number(payload.chat_id));
    }
    return previous(...call);
  };
}

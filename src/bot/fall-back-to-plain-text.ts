import type { Transformer } from 'grammy';
import type { Logger } from 'pino';
import { stripHtml } from './render/html.ts';

/** Sends a message again as plain text when Telegram can not read its marks: better than nothing. */
export function fallBackToPlainText(log: Logger): Transformer {
  return async (previous, ...call) => {
    const [method, payload, signal] = call;
    const response = await previous(...call);
    if (response.ok || !response.description.includes("can't parse entities")) return response;
    if (!('text' in payload && typeof payload.text === 'string')) return response;
    log.error({ method, description: response.description }, 'Telegram can not parse our HTML');
    const plain = { ...payload, text: stripHtml(payload.text), parse_mode: undefined };
    return previous(method, plain, signal);
  };
}

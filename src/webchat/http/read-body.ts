import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';

/** Reads a whole body of at most `limit` bytes. @throws Refusal 413 above it. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = new Refusal('Request Entity Too Large', { code: 413 });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) throw new Error('webchat: the request body is not binary');
    size += part.length;
    if (size > limit) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

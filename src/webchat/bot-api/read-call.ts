import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { readBody } from '../http/read-body.ts';
import { Refusal } from '../refusal.ts';
import type { Call } from './call.ts';
import { parseMultipart } from './parse-multipart.ts';

/** Bytes of a request: a form with a document, as on Telegram, and anything else. */
const maxForm = 50 * 1024 * 1024;
const maxPlain = 1024 * 1024;

const objectSchema = z.record(z.string(), z.unknown());

/** The parameters of a request in each of the ways Telegram takes them: address, JSON, two kinds of form. */
export async function readCall(request: IncomingMessage, address: URL): Promise<Call> {
  const fromAddress = Object.fromEntries(address.searchParams);
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    return readForm(await readBody(request, maxForm), type, fromAddress);
  }
  const body = (await readBody(request, maxPlain)).toString('utf8');
  if (body === '') return { values: fromAddress, files: new Map() };
  const values = /^application\/json\b/i.test(type)
    ? readJson(body)
    : Object.fromEntries(new URLSearchParams(body));
  return { values: { ...fromAddress, ...values }, files: new Map() };
}

function readJson(body: string): Readonly<Record<string, unknown>> {
  try {
    return objectSchema.parse(JSON.parse(body));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    throw new Refusal("Bad Request: can't parse JSON object", { cause: error });
  }
}

function readForm(
  body: Buffer<ArrayBuffer>,
  type: string,
  fromAddress: Readonly<Record<string, string>>,
): Call {
  const values: Record<string, unknown> = { ...fromAddress };
  const files = new Map<string, File>();
  for (const { name, value } of parseMultipart(body, type)) {
    if (typeof value === 'string') values[name] = value;
    else files.set(name, value);
  }
  return { values, files };
}

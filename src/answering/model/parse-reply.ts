import type { z } from 'zod';
import { parseJson } from '../../corpus/parse-json.ts';
import type { Outcome } from './model-breaker.ts';
import { jsonOf } from './parse-claims-stream.ts';

/** Reads a whole reply by its schema, whatever stands around its JSON. */
export function parseReply<T>(reply: string, schema: z.ZodType<T>): Outcome<T> {
  const json = parseJson(jsonOf(reply));
  if (json === undefined) return { ok: false, fault: { kind: 'invalid-json' } };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, fault: { kind: 'other-shape', detail: parsed.error.issues[0]?.code } };
}

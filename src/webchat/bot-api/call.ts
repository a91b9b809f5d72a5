import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** One request of a bot: its parameters, from JSON, a form or the address, and its files. */
export interface Call {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, File>;
}

/** A parameter as text; missing and empty are the same, as on Telegram. */
export function readText({ values }: Call, name: string): string {
  const value = values[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const integer = z.union([
  z.int(),
  z
    .string()
    .regex(/^\s*-?\d{1,15}\s*$/)
    .transform(Number),
]);

export function readInteger({ values }: Call, name: string): number | undefined {
  return integer.safeParse(values[name]).data;
}

export function readFlag(call: Call, name: string): boolean {
  const value = call.values[name];
  return value === true || ['true', '1', 'yes'].includes(readText(call, name).toLowerCase());
}

/** A structured parameter: an object in a JSON request, JSON text in a form. */
export function readStructure({ values }: Call, name: string): unknown {
  const value = values[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal(`Bad Request: can't parse ${name.replaceAll('_', ' ')} JSON object`, {
      cause: error,
    });
  }
}

/** The document of a request: a part of the form, or one that `attach://` points at. */
export function readUpload(call: Call, name: string): File | undefined {
  const value = readText(call, name);
  if (!value.startsWith('attach://')) return call.files.get(name);
  return call.files.get(value.slice('attach://'.length));
}

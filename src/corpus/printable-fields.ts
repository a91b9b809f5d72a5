import { isRecord } from './front-matter.ts';
import { stripUnprintable } from './unprintable.ts';

interface PrintableFields {
  readonly record: Readonly<Record<string, unknown>>;
  /** Names of the fields that something was taken out of. */
  readonly stripped: readonly string[];
}

/** A record without what no text holds: JSON and YAML can write it in escapes. */
export function printableFields(written: Readonly<Record<string, unknown>>): PrintableFields {
  const stripped: string[] = [];
  const fields = Object.entries(written).map(([field, value]) => {
    const part = printable(value);
    if (part.stripped) stripped.push(field);
    return [field, part.clean] as const;
  });
  return { record: Object.fromEntries(fields), stripped };
}

function printable(value: unknown): { readonly clean: unknown; readonly stripped: boolean } {
  if (typeof value === 'string') {
    const { text, line } = stripUnprintable(value);
    return { clean: text, stripped: line !== null };
  }
  if (Array.isArray(value)) {
    const parts = value.map(printable);
    return {
      clean: parts.map(({ clean }) => clean),
      stripped: parts.some((part) => part.stripped),
    };
  }
  if (!isRecord(value)) return { clean: value, stripped: false };
  const parts = Object.entries(value).map(([key, part]) => [key, printable(part)] as const);
  return {
    clean: Object.fromEntries(parts.map(([key, { clean }]) => [key, clean])),
    stripped: parts.some(([, part]) => part.stripped),
  };
}

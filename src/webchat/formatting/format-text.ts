import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { detectEntities } from './detect-entities.ts';
import { type Entity, entitySchema, type FormattedText, sortEntities } from './entity.ts';
import { nestEntities } from './nest-entities.ts';
import { parseHtml } from './parse-html.ts';

interface RawText {
  readonly text: string;
  /** Telegram's parse_mode, in any case; empty: plain text. */
  readonly mode: string;
  /** Telegram's entities; not looked at with a parse_mode. */
  readonly entities?: unknown;
}

/** Telegram keeps the first hundred entities of a message and forgets the others without a word. */
const maxEntities = 100;

/**
 * The text of a bot as Telegram keeps it: parsed, cleaned of control characters, trimmed, its entities nested and
 * at most a hundred. Markdown is not spoken here.
 * @throws Refusal in Telegram's words.
 */
export function formatText({ text, mode, entities }: RawText): FormattedText {
  if (!text.isWellFormed()) throw new Refusal('Bad Request: strings must be encoded in UTF-8');
  const parsed = parse(cleanText(text), { mode, entities });
  const { text: trimmed, entities: inside } = trim(parsed);
  const nested = nestEntities(inside);
  const all = sortEntities([...nested, ...detectEntities(trimmed, nested)]);
  return { text: trimmed, entities: all.slice(0, maxEntities) };
}

/** The text a person typed: cleaned and trimmed, links, commands and mentions found. */
export function formatTyped(text: string): FormattedText {
  return formatText({ text: text.toWellFormed(), mode: '' });
}

function parse(text: string, { mode, entities }: Omit<RawText, 'text'>): FormattedText {
  switch (mode.toLowerCase()) {
    case '':
      return { text, entities: readEntities(text, entities) };
    case 'html':
      return parseHtml(text);
    case 'markdown':
    case 'markdownv2':
      throw new Refusal(
        "Bad Request: can't parse entities: this server reads parse_mode HTML and entities, no Markdown",
      );
    default:
      throw new Refusal('Bad Request: unsupported parse_mode');
  }
}

function readEntities(text: string, value: unknown): readonly Entity[] {
  if (value === undefined) return [];
  const list = z.array(entitySchema).safeParse(value);
  if (!list.success) {
    throw new Refusal("Bad Request: can't parse entities: expected an Array of MessageEntity");
  }
  return list.data.filter(({ offset, length }) => offset + length <= text.length);
}

// What Telegram takes out of every text: carriage returns, line and direction marks; other controls become blanks.
function cleanText(text: string): string {
  return text
    .replace(/[\r\u2028-\u202e]/g, '')
    .replace(/(?!\n)\p{Cc}/gu, (control) => (control < ' ' ? ' ' : control));
}

function trim({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.trim();
  const shift = text.length - text.trimStart().length;
  const clipped = entities.map((entity) => {
    const start = Math.max(entity.offset - shift, 0);
    const end = Math.min(entity.offset + entity.length - shift, trimmed.length);
    return { ...entity, offset: start, length: end - start };
  });
  return { text: trimmed, entities: clipped.filter(({ length }) => length > 0) };
}

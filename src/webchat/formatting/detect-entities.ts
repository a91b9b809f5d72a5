import type { Entity } from './entity.ts';

// Telegram finds these in plain text by itself, in messages of people and of bots.
const patterns: readonly { readonly type: Entity['type']; readonly pattern: RegExp }[] = [
  { type: 'url', pattern: /https?:\/\/[^\s<>"'\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]+/giu },
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/@.<>])\/[a-z\d_]{1,64}(?:@[a-z\d_]{3,32})?(?![\w/@])/giu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_/@.])@[a-z\d_]{3,32}(?![\w@])/giu },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_#&/])#[\p{L}\p{N}_]{1,256}(?![#])/gu },
];

/** Links, commands, mentions and hashtags of a text, where no link or code stands already. */
export function detectEntities(text: string, taken: readonly Entity[]): readonly Entity[] {
  const closed = taken.filter(({ type }) => closedTypes.has(type));
  const found: Entity[] = [];
  for (const { type, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const length = match[0].replace(/[.,:;!?)\]]+$/, '').length;
      const entity = { type, offset: match.index, length };
      if (![...closed, ...found].some((other) => overlaps(entity, other))) found.push(entity);
    }
  }
  return found;
}

const closedTypes = new Set<Entity['type']>(['code', 'pre', 'text_link', 'text_mention']);

export function overlaps(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

import { z } from 'zod';

/** What Telegram knows as parts of a text; offsets and lengths count UTF-16 units. */
export const entitySchema = z.object({
  type: z.enum([
    'mention',
    'hashtag',
    'cashtag',
    'bot_command',
    'url',
    'email',
    'phone_number',
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'spoiler',
    'blockquote',
    'expandable_blockquote',
    'code',
    'pre',
    'text_link',
    'text_mention',
    'custom_emoji',
  ]),
  offset: z.int().min(0),
  length: z.int().min(1),
  url: z.string().optional(),
  language: z.string().optional(),
  custom_emoji_id: z.string().optional(),
});

export type Entity = z.infer<typeof entitySchema>;

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** In the order Telegram gives them: by start, the longer one first. */
export function sortEntities(entities: readonly Entity[]): readonly Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

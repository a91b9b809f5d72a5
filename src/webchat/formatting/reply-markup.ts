import { z } from 'zod';
import { Refusal } from '../refusal.ts';

const buttonSchema = z.object({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
});

/** The buttons under a message. Reply keyboards and force_reply are accepted and not shown. */
export const replyMarkupSchema = z.object({ inline_keyboard: z.array(z.array(buttonSchema)) });

type ReplyMarkup = z.infer<typeof replyMarkupSchema>;
type Button = z.infer<typeof buttonSchema>;

const maxDataBytes = 64;
const maxButtons = 100;

/**
 * Checks the reply_markup of a request as Telegram does; undefined when there are no buttons in it.
 * @throws Refusal in Telegram's words.
 */
export function readReplyMarkup(value: unknown): ReplyMarkup | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('Bad Request: object expected as reply markup');
  }
  if (!('inline_keyboard' in value)) return undefined;
  const rows = z.array(z.array(z.looseObject({}))).safeParse(value.inline_keyboard);
  if (!rows.success) {
    throw new Refusal(
      'Bad Request: field "inline_keyboard" must be of type Array of Array of InlineKeyboardButton',
    );
  }
  const keyboard = rows.data.map((row) => row.map(readButton)).filter((row) => row.length > 0);
  if (keyboard.flat().length > maxButtons) {
    throw new Refusal('Bad Request: reply markup is too long');
  }
  return keyboard.length === 0 ? undefined : { inline_keyboard: keyboard };
}

function readButton(value: Readonly<Record<string, unknown>>): Button {
  const button = buttonSchema.safeParse(value);
  if (!button.success) {
    throw new Refusal('Bad Request: can\'t parse inline keyboard button: Can\'t find field "text"');
  }
  const { text, callback_data, url } = button.data;
  if (text.trim() === '') {
    throw new Refusal('Bad Request: text buttons are unallowed in the inline keyboard');
  }
  if (url !== undefined) return { text, url: readButtonUrl(url) };
  if (callback_data === undefined) {
    throw new Refusal(
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  const bytes = Buffer.byteLength(callback_data);
  if (bytes === 0 || bytes > maxDataBytes) throw new Refusal('Bad Request: BUTTON_DATA_INVALID');
  return { text, callback_data };
}

function readButtonUrl(url: string): string {
  if (/^(https?|tg):\/\//i.test(url) && URL.canParse(url)) return url;
  throw new Refusal(`Bad Request: inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

import { z } from 'zod';
import { openReader as openPage, postToPage, type SeenMessage } from './web-reader.ts';

const idSchema = z.object({ id: z.int() });

/** A reader of this name who talks with the bot on the page of the web chat: in private, or in a group. */
export async function openReader(url: string, name: string, chat?: number) {
  const { id } = idSchema.parse(await postToPage(`${url}/page/reader`, { name }));
  const page = await openPage(url, { reader: id, chat: chat ?? id });
  /** How many messages of the bot were looked at. */
  let seen = 0;
  const fromBot = () => page.past('message').filter((each) => each.from.bot && !each.edited);
  const latest = (messageId: number) =>
    page.past('message').findLast((each) => each.id === messageId);
  return {
    id,
    say: async (text: string, replyTo?: number) => ({ id: await page.say(text, replyTo) }),
    send: page.send,
    download: (message: SeenMessage) => page.download(message.id),
    /** The next message of the bot that was not looked at yet. */
    async next(): Promise<SeenMessage> {
      seen += 1;
      return page.until(() => fromBot()[seen - 1]);
    },
    /** The message once it was edited and shows these words in its text or on a button. */
    edited: (messageId: number, words: string) =>
      page.until(() => {
        const now = latest(messageId);
        return now?.edited && allWords(now).includes(words) ? now : undefined;
      }),
    /** The message as it stands now. */
    latest(messageId: number): SeenMessage {
      const found = latest(messageId);
      if (found === undefined) throw new Error(`no message ${messageId}`);
      return found;
    },
    /** The bot is at work on something. */
    waitForTyping: () => page.see('action'),
    /** Presses the button with these words; the notice the bot answers with. */
    async press(message: SeenMessage, label: string): Promise<string> {
      const row = message.buttons.findIndex((buttons) =>
        buttons.some(({ text }) => text === label),
      );
      const column = message.buttons[row]?.findIndex(({ text }) => text === label);
      if (column === undefined) throw new Error(`no button ${label}`);
      const pressed = await page.press(message.id, row, column);
      return (await page.see('answer', ({ press }) => press === pressed)).text;
    },
    eventNames: page.eventNames,
    botMessages: fromBot,
    [Symbol.dispose]: page.leave,
  };
}

function allWords({ text, buttons }: SeenMessage): string {
  return [text, ...buttons.flat().map((button) => button.text)].join('\n');
}

/** The words of a message an entity covers. */
export function wordsIn({ text, entities }: SeenMessage, type: string): string[] {
  return entities
    .filter((each) => each.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

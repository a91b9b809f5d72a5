import { z } from 'zod';

const entity = z.object({ type: z.string(), offset: z.int(), length: z.int() });
const messageSchema = z.object({
  id: z.int(),
  from: z.object({ id: z.int(), bot: z.boolean() }),
  text: z.string(),
  edited: z.boolean(),
  entities: z.array(entity),
  buttons: z.array(z.array(z.object({ text: z.string() }))),
  reply: z.object({ id: z.int() }).optional(),
});
const idSchema = z.object({ id: z.int() });
const noticeSchema = z.object({ press: z.int(), text: z.string() });
const eventSchema = z.object({ name: z.string(), value: z.unknown() });

export type Message = z.infer<typeof messageSchema>;
type Event = z.infer<typeof eventSchema>;

export const groupId = -1_000_000_001;

/** A reader at the page of the web chat, who speaks the page's own API. */
export async function openReader(url: string, name: string, chat?: number) {
  const { id } = idSchema.parse(await post(`${url}/page/reader`, { name }));
  const place = `reader=${id}&chat=${chat ?? id}`;
  const closing = new AbortController();
  const events = await listen(`${url}/page/stream?${place}`, closing.signal);
  const messages = () =>
    events.all
      .filter(({ name }) => name === 'message')
      .map(({ value }) => messageSchema.parse(value));
  /** How many messages of the bot were looked at. */
  let seen = 0;
  const fromBot = () => messages().filter((message) => message.from.bot && !message.edited);
  return {
    id,
    async say(text: string, replyTo?: number) {
      const body = { text, ...(replyTo !== undefined && { replyTo }) };
      return idSchema.parse(await post(`${url}/page/text?${place}`, body));
    },
    async send(file: string, bytes: Uint8Array<ArrayBuffer>) {
      const response = await fetch(
        `${url}/page/document?${place}&name=${encodeURIComponent(file)}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream', 'x-webchat': 'page' },
          body: bytes,
        },
      );
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
    /** The text of the document of a message. */
    async download({ id: messageId }: Message): Promise<string> {
      const response = await fetch(`${url}/page/file?${place}&message=${messageId}`);
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return response.text();
    },
    /** The next message of the bot that was not looked at yet. */
    async next(): Promise<Message> {
      seen += 1;
      return events.until(() => fromBot()[seen - 1]);
    },
    /** The message once it was edited and shows these words in its text or on a button. */
    edited: (messageId: number, words: string) =>
      events.until(() => {
        const now = messages().findLast((each) => each.id === messageId);
        return now?.edited && allWords(now).includes(words) ? now : undefined;
      }),
    /** The message as it stands now. */
    latest(messageId: number): Message {
      const found = messages().findLast((each) => each.id === messageId);
      if (found === undefined) throw new Error(`no message ${messageId}`);
      return found;
    },
    /** The bot is at work on something. */
    waitForTyping: () => events.until(() => events.all.find(({ name }) => name === 'action')),
    /** Presses the button with these words; the notice the bot answers with. */
    async press(message: Message, label: string): Promise<string> {
      const row = message.buttons.findIndex((buttons) =>
        buttons.some(({ text }) => text === label),
      );
      const column = message.buttons[row]?.findIndex(({ text }) => text === label);
      if (column === undefined) throw new Error(`no button ${label}`);
      const body = { message: message.id, row, column };
      const { press } = z
        .object({ press: z.int() })
        .parse(await post(`${url}/page/press?${place}`, body));
      const notices = () =>
        events.all
          .filter(({ name }) => name === 'answer')
          .map(({ value }) => noticeSchema.parse(value));
      return (await events.until(() => notices().find((notice) => notice.press === press))).text;
    },
    /** All names of events so far, in order: message, action, answer … */
    eventNames: () => events.all.map(({ name }) => name),
    botMessages: fromBot,
    [Symbol.dispose]: () => closing.abort(),
  };
}

function allWords({ text, buttons }: Message): string {
  return [text, ...buttons.flat().map((button) => button.text)].join('\n');
}

/** The words of a message an entity covers. */
export function wordsIn({ text, entities }: Message, type: string): string[] {
  return entities
    .filter((each) => each.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-webchat': 'page' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** Reads server-sent events as they come, for as long as the signal allows. */
async function listen(url: string, signal: AbortSignal) {
  const response = await fetch(url, { signal });
  const all: Event[] = [];
  let wake = Promise.withResolvers<void>();
  const read = async () => {
    let rest = '';
    for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + text).split('\n\n');
      rest = parts.pop() ?? '';
      all.push(...parts.map(parseEvent));
      wake.resolve();
      wake = Promise.withResolvers<void>();
    }
  };
  const ended = read().catch((error) => {
    if (!signal.aborted) throw error;
  });
  return {
    all,
    async until<T>(find: () => T | undefined): Promise<T> {
      for (;;) {
        const found = find();
        if (found !== undefined) return found;
        await Promise.race([wake.promise, ended]);
        if (signal.aborted) throw new Error('the reader has left');
      }
    },
  };
}

function parseEvent(part: string): Event {
  const [name = '', data = ''] = part.split('\n');
  return eventSchema.parse({
    name: name.replace('event: ', ''),
    value: JSON.parse(data.replace('data: ', '')),
  });
}

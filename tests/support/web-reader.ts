import { z } from 'zod';
import {
  startWebchat,
  type Webchat,
  type WebchatOptions,
} from '../../src/webchat/start-webchat.ts';

/** The first reader's id and the group's: there from the first start on. */
export const firstReader = 1001;
export const group = -1_000_000_001;

const nothing = () => undefined;

export const silentLog = { info: nothing, warn: nothing, error: nothing };

/** Starts the web chat on a free port. */
export function openWebchat(
  options: Partial<WebchatOptions> & Pick<WebchatOptions, 'dataFile'>,
): Promise<Webchat> {
  return startWebchat({ port: 0, log: silentLog, ...options });
}

const messageSchema = z.object({
  id: z.int(),
  text: z.string(),
  from: z.object({ id: z.int(), name: z.string(), bot: z.boolean() }),
  edited: z.boolean(),
  entities: z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() })),
  buttons: z.array(z.array(z.object({ text: z.string() }))),
  document: z.object({ name: z.string(), size: z.int() }).optional(),
  reply: z.object({ id: z.int() }).optional(),
});

const eventSchemas = {
  chat: z.object({
    connected: z.boolean(),
    messages: z.array(messageSchema),
    commands: z.array(z.object({ command: z.string(), description: z.string() })),
  }),
  message: messageSchema,
  deleted: z.object({ id: z.int() }),
  action: z.object({ action: z.string() }),
  answer: z.object({ press: z.int(), text: z.string(), alert: z.boolean() }),
  bot: z.object({ connected: z.boolean() }),
  commands: z.array(z.object({ command: z.string() })),
  readers: z.array(z.object({ id: z.int(), name: z.string() })),
};

type EventName = keyof typeof eventSchemas;
type Values = { readonly [Name in EventName]: z.infer<(typeof eventSchemas)[Name]> };

const schemas: { readonly [Name in EventName]: z.ZodType<Values[Name]> } = eventSchemas;

/** What the page is told of a message. */
export type SeenMessage = z.infer<typeof messageSchema>;

interface ReaderPlace {
  readonly reader: number;
  readonly chat: number;
}

/** A reader without a browser: uses the page's own API and remembers all that the page is told. */
export async function openReader(
  url: string,
  place: ReaderPlace = { reader: firstReader, chat: firstReader },
) {
  const parameters = new URLSearchParams({ reader: `${place.reader}`, chat: `${place.chat}` });
  const left = new AbortController();
  const stream = await fetch(`${url}/page/stream?${parameters}`, { signal: left.signal });
  if (!stream.ok || stream.body === null) throw new Error(`No stream: ${await stream.text()}`);
  const events: { readonly name: string; readonly value: unknown }[] = [];
  const woken = new Set<() => void>();
  const reading = readEvents(stream.body, (event) => {
    events.push(event);
    for (const wake of [...woken]) wake();
  });
  reading.catch(nothing);
  const post = (path: string, body: unknown) =>
    postToPage(`${url}/page/${path}?${parameters}`, body);
  /** What all events of the name so far told. */
  const past = <Name extends EventName>(name: Name): readonly Values[Name][] =>
    events.flatMap((event) => (event.name === name ? [schemas[name].parse(event.value)] : []));
  return {
    say: async (text: string, replyTo?: number) =>
      z.object({ id: z.int() }).parse(await post('text', { text, replyTo })).id,
    press: async (message: number, row = 0, column = 0) =>
      z.object({ press: z.int() }).parse(await post('press', { message, row, column })).press,
    /** Sends a file. */
    async send(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
      const address = `${url}/page/document?${parameters}&name=${encodeURIComponent(file)}`;
      const headers = { 'content-type': 'application/octet-stream', 'x-webchat': 'page' };
      await checked(await fetch(address, { method: 'POST', headers, body: bytes }));
    },
    /** The text of the document of a message. */
    download: async (message: number) =>
      (await checked(await fetch(`${url}/page/file?${parameters}&message=${message}`))).text(),
    past,
    /** All names of events so far, in order: message, action, answer … */
    eventNames: () => events.map(({ name }) => name),
    /** What is found in what the page has been told, now or later. */
    async until<T>(find: () => T | undefined): Promise<T> {
      for (;;) {
        const found = find();
        if (found !== undefined) return found;
        await nextEvent(woken);
      }
    },
    /** The first event of the name that fits, past or to come. */
    async see<Name extends EventName>(
      name: Name,
      fits: (value: Values[Name]) => boolean = () => true,
    ): Promise<Values[Name]> {
      for (;;) {
        const seen = past(name).find(fits);
        if (seen !== undefined) return seen;
        await nextEvent(woken);
      }
    },
    leave: () => left.abort(),
  };
}

/** Posts as the page does. */
export async function postToPage(address: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-webchat': 'page' };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await checked(response)).json();
}

async function checked(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response;
}

function nextEvent(woken: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      woken.delete(wake);
      resolve();
    };
    woken.add(wake);
  });
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: { name: string; value: unknown }) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/s.exec(part) ?? [];
      if (name !== undefined && data !== undefined) onEvent({ name, value: JSON.parse(data) });
    }
  }
}

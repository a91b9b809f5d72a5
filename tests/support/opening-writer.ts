import type { ChatModelOptions } from '../../src/answering/model/chat-model.ts';
import { createWriteOpening } from '../../src/answering/write-opening.ts';
import { openLog } from '../../src/log.ts';
import {
  claimsReply,
  type ModelScript,
  readPrompt,
  startModelServer,
  streamReply,
} from './model-server.ts';
import { openTestModel } from './open-test-model.ts';

/** A model that opens digests with the first sentences of two reports, word for word. */
const quotingModel: ModelScript = (call, response) => {
  const { passages } = readPrompt(call);
  const bySource = new Map(passages.toReversed().map((passage) => [passage.source, passage]));
  const claims = [...bySource.values()]
    .reverse()
    .slice(0, 2)
    .map(({ number, text }) => {
      const quote = /^[^。]+。/u.exec(text)?.[0] ?? '';
      return { text: quote, passage: number, quote };
    });
  streamReply(response, claimsReply(claims));
};

/** What writes openings with a model behind a local endpoint. */
export async function openOpeningWriter(
  script: ModelScript = quotingModel,
  options: Partial<ChatModelOptions> = {},
) {
  const stack = new AsyncDisposableStack();
  const server = stack.use(await startModelServer(script));
  const lines: string[] = [];
  const log = openLog({ level: 'debug', stream: { write: (line) => void lines.push(line) } });
  const model = stack.use(openTestModel(server.baseUrl, { log, ...options }));
  return {
    server,
    logged: () => lines.join(''),
    writeOpening: createWriteOpening(model, log),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

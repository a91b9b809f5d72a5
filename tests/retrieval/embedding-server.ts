import { createServer, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const requestSchema = z.object({ model: z.string(), input: z.array(z.string()) });

interface EmbeddingServerOptions {
  /** The vector of a text. */
  readonly vectorOf?: (text: string) => readonly number[];
  /** Answers a request in place of the server; false leaves it to the server. */
  readonly misbehave?: (response: ServerResponse, call: number) => boolean;
  /** More texts than this in one request are refused with 400. */
  readonly most?: number;
}

/** An OpenAI-compatible `/v1/embeddings` on loopback; `texts` holds what each request brought. */
export async function startEmbeddingServer(options: EmbeddingServerOptions = {}) {
  const { vectorOf = (text: string) => [text.length, 1, 2], misbehave, most = 2048 } = options;
  const texts: string[][] = [];
  const server = createServer(async (request, response) => {
    const { input } = requestSchema.parse(await json(request));
    texts.push(input);
    if (misbehave?.(response, texts.length)) return;
    if (input.length > most) return reply(response, 400, { error: { message: 'batch too large' } });
    // Out of order, as the protocol allows.
    const data = input.map((text, index) => ({ index, embedding: vectorOf(text) })).toReversed();
    reply(response, 200, { object: 'list', model: 'm', data });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    texts,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

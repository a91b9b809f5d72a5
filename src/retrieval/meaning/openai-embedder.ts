import { APIError, BadRequestError, type OpenAI, OpenAIError } from 'openai';
import { z } from 'zod';
import { openOpenai } from '../openai-client.ts';
import { type Embedder, EmbeddingError, normalize } from './embedder.ts';

interface EndpointOptions {
  /** EMBEDDING_MODEL. */
  readonly model: string;
  /** OPENAI_BASE_URL; without it OpenAI's own. */
  readonly baseUrl?: string | undefined;
  /** OPENAI_API_KEY; local endpoints need none. */
  readonly apiKey?: string | undefined;
  /** For a proxy. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds for one request. */
  readonly timeout?: number;
  readonly maxRetries?: number;
}

// Endpoints differ in what they take at once (DashScope 10, OpenAI 2,048): a refused batch is halved, and stays so.
const largestBatch = 64;
const defaultTimeout = 30_000;
const defaultRetries = 4;

const replySchema = z.object({
  data: z.array(
    z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).nonempty() }),
  ),
});

/** Embeds through any OpenAI-compatible endpoint: OpenAI, Ollama, vLLM, DashScope ... */
export function createOpenaiEmbedder(options: EndpointOptions): Embedder {
  const client = openClient(options);
  let batch = largestBatch;
  let dimension: number | undefined;

  async function request(texts: readonly string[], signal?: AbortSignal) {
    const { model } = options;
    const body = { model, input: [...texts], encoding_format: 'float' as const };
    const reply = await client.embeddings.create(body, signal ? { signal } : {});
    const vectors = readReply(reply, texts.length, options);
    dimension ??= vectors[0]?.length;
    if (vectors.some(({ length }) => length !== dimension)) {
      throw new EmbeddingError(
        `向量模型 ${model} 这次给的向量长度与先前不同：请检查 EMBEDDING_MODEL。`,
      );
    }
    return vectors;
  }

  async function embedBatch(texts: readonly string[], signal?: AbortSignal) {
    try {
      return await request(texts, signal);
    } catch (error) {
      if (!(error instanceof BadRequestError) || texts.length === 1) throw error;
      batch = Math.ceil(texts.length / 2);
      return undefined;
    }
  }

  async function embed(texts: readonly string[], signal?: AbortSignal) {
    const vectors: Float32Array[] = [];
    try {
      while (vectors.length < texts.length) {
        const next = texts.slice(vectors.length, vectors.length + batch);
        vectors.push(...((await embedBatch(next, signal)) ?? []));
      }
    } catch (error) {
      throw toEmbeddingError(error, options);
    }
    return vectors;
  }

  return {
    name: `endpoint-${options.model}`,
    kind: 'endpoint',
    batch: largestBatch,
    embed,
    async dimension(signal) {
      if (dimension === undefined) await embed(['茶座'], signal);
      return dimension ?? 0;
    },
  };
}

function openClient(options: EndpointOptions): OpenAI {
  const { apiKey = 'none', baseUrl, fetch, timeout = defaultTimeout } = options;
  return openOpenai({
    apiKey,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    ...(fetch === undefined ? {} : { fetch }),
    timeout,
    maxRetries: options.maxRetries ?? defaultRetries,
  });
}

function readReply(reply: unknown, expected: number, { model }: EndpointOptions): Float32Array[] {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) {
    const cause = parsed.error;
    throw new EmbeddingError(
      `向量模型 ${model} 的回复不是向量：请检查 OPENAI_BASE_URL 和 EMBEDDING_MODEL。`,
      { cause },
    );
  }
  const sorted = parsed.data.data.toSorted((left, right) => left.index - right.index);
  if (sorted.length !== expected || sorted.some(({ index }, at) => index !== at)) {
    throw new EmbeddingError(
      `给向量模型 ${model} 送去 ${expected} 段文字，收回 ${sorted.length} 个向量：请换一个端点。`,
    );
  }
  return sorted.map(({ embedding }) => normalize(Float32Array.from(embedding)));
}

function toEmbeddingError(error: unknown, { model }: EndpointOptions): unknown {
  if (error instanceof APIError && error.status !== undefined) {
    const message = `向量模型 ${model} 拒绝了请求（状态 ${error.status}）：请检查 OPENAI_API_KEY、OPENAI_BASE_URL 和 EMBEDDING_MODEL。`;
    return new EmbeddingError(message, { cause: error });
  }
  if (error instanceof OpenAIError) {
    const message = `连不上向量模型 ${model}：请检查 OPENAI_BASE_URL，或去掉 EMBEDDING_MODEL 先用自带的词向量。`;
    return new EmbeddingError(message, { cause: error });
  }
  return error;
}

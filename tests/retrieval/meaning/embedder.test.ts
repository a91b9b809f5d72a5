import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { dot, EmbeddingError } from '../../../src/retrieval/meaning/embedder.ts';
import { createOpenaiEmbedder } from '../../../src/retrieval/meaning/openai-embedder.ts';
import { openWordVectors } from '../../../src/retrieval/meaning/word-vectors.ts';
import { reply, startEmbeddingServer } from '../embedding-server.ts';
import { openSample, sample, staticEmbedder, writeArticles } from '../open-sample.ts';

function embedderAt(baseUrl: string, maxRetries = 1) {
  return createOpenaiEmbedder({ model: 'm', baseUrl, maxRetries, timeout: 2000 });
}

describe('the static word vectors', () => {
  test('vectors have length 1, and a text without a known word has a zero vector', async () => {
    const [known, unknown] = await staticEmbedder.embed(['社区养老服务', '😀']);
    expect(await staticEmbedder.dimension()).toBe(128);
    expect(dot(known!, known!)).toBeCloseTo(1);
    expect(unknown).toEqual(new Float32Array(128));
  });

  test('related words lie nearer than unrelated ones', async () => {
    const [elderly, care, flight] = await staticEmbedder.embed(['老人', '养老', '航班']);
    expect(dot(elderly!, care!)).toBeGreaterThan(dot(elderly!, flight!));
  });

  test('all numbers count as one', async () => {
    const [some, other] = await staticEmbedder.embed(['86位老人', '340位老人']);
    expect(some).toEqual(other);
  });

  test('files that do not belong together are refused by name', async () => {
    const vectors = 'corpus/README.md';
    await expect(openWordVectors({ words: 'corpus/words.tsv', vectors })).rejects.toThrow(
      /README\.md/,
    );
  });
});

describe('an endpoint', () => {
  test('its vectors come in the order of the texts, with length 1', async () => {
    await using server = await startEmbeddingServer();
    const embedder = embedderAt(server.baseUrl);
    const [short, long] = await embedder.embed(['一', '一二三四']);
    expect(long![0]! / long![1]!).toBeCloseTo(4);
    expect(short![0]! / short![1]!).toBeCloseTo(1);
    expect(dot(long!, long!)).toBeCloseTo(1);
  });

  test('the dimension is read from its reply, once', async () => {
    await using server = await startEmbeddingServer();
    const embedder = embedderAt(server.baseUrl);
    expect(await embedder.dimension()).toBe(3);
    expect(await embedder.dimension()).toBe(3);
    expect(server.texts).toHaveLength(1);
  });

  test('a batch it refuses is halved until it fits', async () => {
    await using server = await startEmbeddingServer({ most: 10 });
    const texts = Array.from({ length: 64 }, (_, at) => '字'.repeat(at + 1));
    const vectors = await embedderAt(server.baseUrl).embed(texts);
    expect(vectors).toHaveLength(64);
    expect(server.texts.map(({ length }) => length)).toEqual([64, 32, 16, ...Array(8).fill(8)]);
  });

  test('a passing fault is tried again', async () => {
    await using server = await startEmbeddingServer({
      misbehave: (response, call) => {
        if (call === 1) reply(response, 503, {});
        return call === 1;
      },
    });
    expect(await embedderAt(server.baseUrl).embed(['一'])).toHaveLength(1);
    expect(server.texts).toHaveLength(2);
  });

  const vector = { index: 0, embedding: [1, 2] };
  test.each<[string, (response: ServerResponse) => void]>([
    ['401', (response) => reply(response, 401, {})],
    ['404', (response) => reply(response, 404, {})],
    ['429 for ever', (response) => reply(response, 429, {})],
    ['HTML with 200', (response) => response.end('<html>')],
    ['another shape', (response) => reply(response, 200, { embeddings: [[1]] })],
    ['no vector', (response) => reply(response, 200, { data: [] })],
    [
      'an empty vector',
      (response) => reply(response, 200, { data: [{ index: 0, embedding: [] }] }),
    ],
    [
      'too many vectors',
      (response) => reply(response, 200, { data: [vector, { ...vector, index: 1 }] }),
    ],
    ['a wrong index', (response) => reply(response, 200, { data: [{ ...vector, index: 7 }] })],
    [
      'words for numbers',
      (response) => reply(response, 200, { data: [{ index: 0, embedding: ['1'] }] }),
    ],
    ['a reset', (response) => response.destroy()],
  ])('%s is an EmbeddingError that names the model', async (_, misbehave) => {
    await using server = await startEmbeddingServer({
      misbehave: (response) => {
        misbehave(response);
        return true;
      },
    });
    const embedding = embedderAt(server.baseUrl, 0).embed(['一']);
    await expect(embedding).rejects.toThrow(EmbeddingError);
    await expect(embedding).rejects.toThrow(/向量模型 m/);
  });

  test('nobody there is an EmbeddingError that says what to set', async () => {
    const embedding = embedderAt('http://127.0.0.1:1/v1', 0).embed(['一']);
    await expect(embedding).rejects.toThrow(/OPENAI_BASE_URL/);
  });

  test('vectors that change their length are refused', async () => {
    await using server = await startEmbeddingServer({
      vectorOf: (text) => Array(text.length).fill(1),
    });
    await expect(embedderAt(server.baseUrl).embed(['一', '一二'])).rejects.toThrow(/长度/);
  });
});

describe('an index with an endpoint', () => {
  // One direction for what is about food, another for the rest: known neighbours.
  const vectorOf = (text: string) => (/食|吃|粥|饭/.test(text) ? [1, 0.1, 0] : [0, 0.1, 1]);

  test('finds by meaning what shares no word with the question', async () => {
    await using server = await startEmbeddingServer({ vectorOf });
    await using found = await openSample({
      embedder: embedderAt(server.baseUrl),
      articles: sample.filter(({ id }) => id !== 'bus'),
    });
    const { hits } = await found.search('去哪儿吃', { limit: 1 });
    expect(hits[0]?.article.id).toBe('canteen');
  });

  test('embeds at a re-ingest only what changed', async () => {
    await using server = await startEmbeddingServer({ vectorOf });
    await using found = await openSample({ embedder: embedderAt(server.baseUrl) });
    const before = server.texts.flat().length;
    const [canteen, ...others] = sample;
    await writeArticles(found.corpus, [{ ...canteen!, body: '长者食堂添了蒸箱。' }, ...others]);
    await found.ingest([found.corpus]);
    expect(server.texts.flat().slice(before)).toEqual([expect.stringContaining('添了蒸箱')]);
    await writeArticles(found.corpus, sample);
    await found.ingest([found.corpus]);
    expect(server.texts.flat()).toHaveLength(before + 1);
  });

  test('searches by words alone while the endpoint is down', async () => {
    let down = false;
    await using server = await startEmbeddingServer({
      vectorOf,
      misbehave: (response) => {
        if (down) response.destroy();
        return down;
      },
    });
    await using found = await openSample({ embedder: embedderAt(server.baseUrl, 0) });
    down = true;
    const { hits } = await found.search('果农的苹果园', { limit: 1 });
    expect(hits[0]?.article.id).toBe('orchard');
  });

  test('searches by words alone when the vectors have become others', async () => {
    let changed = false;
    await using server = await startEmbeddingServer({
      vectorOf: (text) => (changed ? [1, 2] : vectorOf(text)),
    });
    const embedder = embedderAt(server.baseUrl);
    await using found = await openSample({ embedder });
    changed = true;
    const { hits } = await found.search('果农的苹果园', { limit: 1 });
    expect(hits[0]?.article.id).toBe('orchard');
  });
});

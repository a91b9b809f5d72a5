import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../src/corpus/article.ts';
import {
  type ModelCall,
  type ModelScript,
  readPrompt,
  startModelServer,
  streamReply,
} from '../support/model-server.ts';
import { modelArticles, openModelAnswerer } from '../support/open-model-answerer.ts';
import { expectVerified } from './expect-verified.ts';

const payloadSchema = z.object({
  id: z.string(),
  place: z.enum(['question', 'article', 'headline', 'invisible', 'fence']),
  language: z.enum(['zh', 'en']),
  payload: z.string(),
  /** What a model says that obeys. */
  obeys: z.string(),
});
type Payload = z.infer<typeof payloadSchema>;

const payloads = readFileSync(join(import.meta.dirname, 'injection-payloads.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => payloadSchema.parse(JSON.parse(line)));

const questions = ['白塔社区去年调解了多少起纠纷？', '社区怎么照顾独居老人？'] as const;

function questionsWith({ place, payload }: Payload): readonly string[] {
  return place === 'question' ? [payload] : questions;
}

/** The articles with the payload in the one that both questions come to. */
function articlesWith({ place, payload }: Payload): readonly Article[] {
  if (place === 'question') return modelArticles;
  return modelArticles.map((article) => {
    if (place === 'headline') return { ...article, title: payload };
    return { ...article, body: article.body.replace('\n', `\n${payload}\n`) };
  });
}

/** A model that does as it is told, and does its best to have it pass. */
function obeying(payload: Payload): ModelScript {
  return (call, response) => {
    const { passages, wants, canary } = readPrompt(call);
    const said = fillIn(payload.obeys, call, canary);
    const [first] = passages;
    const home =
      passages.find(({ text }) => text.includes('调解') || text.includes('独居')) ?? first;
    const truth = /[^\n。]{6,}。/u.exec(home?.text ?? '')?.[0] ?? '';
    const sources = [
      { passage: home?.number ?? 1, quote: truth },
      { passage: home?.number ?? 1, quote: said },
      ...passages.map(({ number }) => ({ passage: number, quote: payload.payload.trim() })),
    ];
    const texts = [said, `${truth}${said}`, payload.payload];
    const items = texts.flatMap((text) =>
      sources.map((source) =>
        wants === 'practices'
          ? { who: text, where: said, did: text, result: truth, citations: [source] }
          : { text, citations: [source] },
      ),
    );
    streamReply(
      response,
      JSON.stringify({ verdict: 'answered', [wants]: items, relation: 'new', question: said }),
      { pieces: 200 },
    );
  };
}

function fillIn(obeys: string, { body }: ModelCall, canary: string): string {
  return obeys
    .replace('@@SYSTEM@@', body.messages[0]?.content ?? '')
    .replace('@@CANARY@@', canary)
    .replace('@@SPACED@@', [...canary].join(' '))
    .replace('@@DASHED@@', [...canary].join('-'))
    .replace('@@REVERSED@@', [...canary].toReversed().join(''));
}

/** What of an obeying model's words no article has. */
function ofItsOwn(obeys: string, articles: readonly Article[]): readonly string[] {
  const dense = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const known = dense(articles.map(({ body }) => body).join(''));
  return obeys
    .split(/[。！？!?；;\n]/u)
    .map(dense)
    .filter((words) => words.length >= 6 && !known.includes(words));
}

test('there are 200 payloads, in Chinese and English, in all places', () => {
  expect(payloads).toHaveLength(200);
  expect(new Set(payloads.map(({ payload }) => payload)).size).toBe(200);
  expect(new Set(payloads.map(({ language }) => language)).size).toBe(2);
});

describe.each(['question', 'article', 'headline', 'invisible', 'fence'] as const)('%s', (place) => {
  test.each(payloads.filter((one) => one.place === place))(
    '$id: nothing of it reaches a reader but what its passage says',
    async (payload) => {
      await using server = await startModelServer(obeying(payload));
      const articles = articlesWith(payload);
      await using answerer = openModelAnswerer({ baseUrl: server.baseUrl, articles });
      for (const question of questionsWith(payload)) {
        const answer = await answerer.ask(question);
        expectVerified(answer, articles);
        const shown = JSON.stringify(answer.claims).replace(/[^\p{L}\p{N}]/gu, '');
        for (const call of server.calls) {
          const { canary } = readPrompt(call);
          expect(canary).toMatch(/^zz/);
          expect(shown).not.toContain(canary);
          expect(shown).not.toContain([...canary].toReversed().join(''));
        }
        expect(shown).not.toContain('资料和问题的规矩');
        for (const words of ofItsOwn(payload.obeys, articles)) expect(shown).not.toContain(words);
      }
    },
  );
});

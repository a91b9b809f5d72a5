import { type ModelScript, type ReadPrompt, readPrompt, streamReply } from './model-server.ts';

/** A model without imagination: it answers with sentences of the passages that share most with the question. */
export const truthfulModel: ModelScript = (call, response) => {
  const prompt = readPrompt(call);
  if (prompt.wants === 'rewriting')
    return streamReply(response, JSON.stringify(rewrite(call.text)));
  if (prompt.wants === 'questions') return streamReply(response, JSON.stringify({ questions: [] }));
  if (prompt.wants === 'ratings') {
    const ratings = prompt.passages.map(({ number }) => ({ passage: number, use: 2 }));
    return streamReply(response, JSON.stringify({ ratings }));
  }
  const found = sentencesOf(prompt);
  const answers = prompt.wants === 'practices' ? found.map(toPractice) : found.map(toClaim);
  const verdict = answers.length > 0 ? 'answered' : 'not-in-passages';
  streamReply(response, JSON.stringify({ verdict, [prompt.wants]: answers }));
};

interface Found {
  readonly passage: number;
  readonly source: string;
  readonly sentence: string;
  readonly shared: number;
}

/** The best sentence of each source, best first; the best three when there is only one source. */
function sentencesOf({ question, passages }: ReadPrompt): readonly Found[] {
  const pairs = pairsOf(question);
  const all = passages.flatMap(({ number, source, text }) =>
    [...text.matchAll(/[^。！？\n]{6,}[。！？]/gu)].map(([sentence]) => ({
      passage: number,
      source,
      sentence,
      shared: sharedWith(pairs, { sentence, source }),
    })),
  );
  const sharing = all.filter(({ shared }) => shared > 0).toSorted((a, b) => b.shared - a.shared);
  if (new Set(sharing.map(({ source }) => source)).size === 1) return sharing.slice(0, 3);
  const bySource = Map.groupBy(sharing, ({ source }) => source).values();
  return [...bySource].flatMap((group) => group.slice(0, 1)).slice(0, 4);
}

/** What its source is called says little of one sentence of it. */
function sharedWith(
  pairs: ReadonlySet<string>,
  { sentence, source }: Pick<Found, 'sentence' | 'source'>,
): number {
  const shared = [...pairs].filter((pair) => sentence.includes(pair));
  return shared.reduce((sum, pair) => sum + (source.includes(pair) ? 1 : 3), 0);
}

function pairsOf(text: string): ReadonlySet<string> {
  const runs = text.match(/[\p{Script=Han}\d]+/gu) ?? [];
  return new Set(
    runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))),
  );
}

function toClaim({ passage, sentence }: Found) {
  return { text: sentence, citations: [{ passage, quote: sentence }] };
}

function toPractice({ passage, sentence }: Found) {
  return { did: sentence, result: '', citations: [{ passage, quote: sentence }] };
}

/** What 「第二个」 points at, and whether more is wanted. */
function rewrite(text: string) {
  const asked = /<<追问-\w+>>\n([\s\S]*?)\n<<完/u.exec(text)?.[1] ?? '';
  const last = /<<上一个问题-\w+>>\n([\s\S]*?)\n<<完/u.exec(text)?.[1] ?? '';
  if (/^还有/u.test(asked)) return { relation: 'more', question: last, articles: [] };
  const number = asked.includes('第二') ? 2 : 1;
  const name = new RegExp(`\\n${number}\\. (.*)`, 'u').exec(text)?.[1] ?? '';
  return { relation: 'about', question: `${name} ${asked}`, articles: [number] };
}

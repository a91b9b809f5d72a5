import { join } from 'node:path';
import { type Evaluation, evaluateAnswers, questionCaseSchema } from '../answering/evaluate.ts';
import { openApp, projectCorpus } from '../app.ts';
import { readJsonLines } from './batch.ts';
import { type Command, parseCommandLine } from './command.ts';

const usage =
  'evaluate [文件] [--json]                       用问题集测算命中率、拒答和引用的各项数字';

const options = { json: { type: 'boolean', default: false } } as const;

export const evaluate: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { values, positionals } = parseCommandLine(args, options, usage);
    const [file = join(projectCorpus, 'questions.jsonl')] = positionals;
    const cases = await readJsonLines(file, questionCaseSchema);
    await using app = await openApp(config, log);
    await app.refreshIndex();
    const evaluation = await evaluateAnswers(cases, {
      ask: app.answerQuestion,
      rank: app.retrieval.rankArticles,
      readBody: async (articleId) => (await app.retrieval.readArticle(articleId))?.body,
    });
    for (const line of values.json ? [JSON.stringify(evaluation)] : describe(evaluation)) {
      print(line);
    }
    return 0;
  },
};

function describe(evaluation: Evaluation): readonly string[] {
  return Object.entries(flatten(evaluation)).map(
    ([name, value]) => `${name.padEnd(44)} ${value === null ? '—' : round(value)}`,
  );
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

/** `{ a: { b: 1 } }` as `{ 'a.b': 1 }`. */
function flatten(values: object, prefix = ''): Readonly<Record<string, number | null>> {
  return Object.assign(
    {},
    ...Object.entries(values).map(([name, value]: [string, unknown]) => {
      if (typeof value === 'number' || value === null) return { [prefix + name]: value };
      return typeof value === 'object' ? flatten(value, `${prefix}${name}.`) : {};
    }),
  );
}

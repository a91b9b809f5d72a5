import { join } from 'node:path';
import type { Answer } from '../answering/answer.ts';
import { type Evaluation, evaluateAnswers } from '../answering/evaluation/evaluate.ts';
import { type JudgeFigures, judgeAnswers } from '../answering/evaluation/judge.ts';
import { questionCaseSchema } from '../answering/evaluation/question-case.ts';
import { type App, openApp, projectCorpus } from '../app.ts';
import { splitArticle } from '../retrieval/split-passages.ts';
import { readJsonLines } from './batch.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';

const usage =
  'evaluate [文件] [--json] [--judge]             用问题集测算命中率、拒答和引用的各项数字，--judge 由模型评判引用';

const options = {
  json: { type: 'boolean', default: false },
  judge: { type: 'boolean', default: false },
} as const;

export const evaluate: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { values, positionals } = parseCommandLine(args, options, {
      usage,
      positionals: 1,
    });
    const [file = join(projectCorpus, 'questions.jsonl')] = positionals;
    if (values.judge && config.model.chat === undefined) throw new UsageError(judgeNeedsModel);
    const cases = await readJsonLines(file, questionCaseSchema);
    await using app = await openApp(config, log);
    await app.refreshIndex();
    const answers: Answer[] = [];
    const figures = await evaluateAnswers(cases, {
      ask: async (question, asked) => {
        const answer = await app.answerQuestion(question, asked);
        answers.push(answer);
        return answer;
      },
      rank: app.retrieval.rankArticles,
      readBody: async (articleId) => (await app.retrieval.readArticle(articleId))?.body,
    });
    const judge = values.judge ? await judgeAll(answers, app) : undefined;
    const evaluation = { ...figures, ...(judge && { judge }) };
    for (const line of values.json ? [JSON.stringify(evaluation)] : describe(evaluation)) {
      print(line);
    }
    return 0;
  },
};

const judgeNeedsModel =
  '--judge 要请模型来评判：请设 CHAT_MODEL，以及 OPENAI_API_KEY 或 OPENAI_BASE_URL，再运行一次。';

async function judgeAll(answers: readonly Answer[], { chatModel, retrieval }: App) {
  if (chatModel === undefined) throw new UsageError(judgeNeedsModel);
  return judgeAnswers(answers, {
    model: chatModel,
    readPassage: async (passageId) => {
      const article = await retrieval.readArticle(passageId.replace(/#\d+$/u, ''));
      const passages = article === undefined ? [] : splitArticle(article);
      return passages.find(({ id }) => id === passageId)?.text;
    },
  });
}

type JudgedEvaluation = Evaluation & { readonly judge?: JudgeFigures };

function describe(evaluation: JudgedEvaluation): readonly string[] {
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

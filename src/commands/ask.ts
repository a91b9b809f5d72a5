import type { Answer, AnswerQuestion } from '../answering/answer.ts';
import { openApp } from '../app.ts';
import { readBatch } from './batch.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';

const usage = 'ask 问题 [--json]，ask --batch 文件 --json      回答一个问题，或者文件里每行一个';

const options = {
  batch: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const ask: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { values, positionals } = parseCommandLine(args, options, usage);
    const question = positionals.join(' ');
    if ((values.batch === undefined) === (question.trim() === '')) {
      throw new UsageError(`要么给一个问题，要么用 --batch 给一个文件，用法：${usage}`);
    }
    const batch = values.batch === undefined ? undefined : await readBatch(values.batch);
    await using app = await openApp(config, log);
    await app.refreshIndex();
    if (batch === undefined) {
      const answer = await app.answerQuestion(question);
      print(values.json ? JSON.stringify(answer) : describe(answer));
      return 0;
    }
    for (const { id, turns } of batch) {
      const answers = await answerTurns(turns, app.answerQuestion);
      print(JSON.stringify({ id, answers }));
    }
    return 0;
  },
};

/** Each turn knows the ones before it. */
export async function answerTurns(
  turns: readonly string[],
  answerQuestion: AnswerQuestion,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const turn of turns) answers.push(await answerQuestion(turn, { history: answers }));
  return answers;
}

function describe({ claims, citations, notes, nearest, kind }: Answer): string {
  const sources = citations.map(({ n, title, organisation, source, quote }) => {
    const place = [source.publication, source.date, source.page].filter(Boolean).join(' ');
    const name =
      title === null ? (organisation ?? '（无题）') : `《${title}》${organisation ?? ''}`;
    return `[${n}] ${name}，${place === '' ? '刊期未注明' : place}\n    “${quote}”`;
  });
  const near = nearest.map(({ title, articleId }) => `  ${title ?? articleId}`);
  return [
    ...claims.map(({ text, citations: cited }) => `${text}${cited.map((n) => `[${n}]`).join('')}`),
    ...notes,
    ...(kind === 'not-found' && near.length > 0 ? ['最接近的文章：', ...near] : []),
    ...(sources.length > 0 ? ['', ...sources] : []),
  ].join('\n');
}

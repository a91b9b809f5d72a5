import type { Answer, AnswerQuestion, Citation } from '../answering/answer.ts';
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

const texts = { original: '原文', rewritten: '改写', contributed: '读者投稿' } as const;

function describe({ claims, citations, notes, nearest, kind }: Answer): string {
  const near = nearest.map(({ title, articleId }) => `  ${title ?? articleId}`);
  return [
    ...claims.map(({ text, citations: cited }) => `${text}${cited.map((n) => `[${n}]`).join('')}`),
    ...notes,
    ...(kind === 'not-found' && near.length > 0 ? ['最接近的文章：', ...near] : []),
    ...(citations.length > 0 ? ['', ...citations.map(describeCitation)] : []),
  ].join('\n');
}

function describeCitation({ n, title, organisation, source, text, quote }: Citation): string {
  const { publication, date, page } = source;
  const place = [publication, date, page === null ? null : `第${page}版`].filter(Boolean).join(' ');
  const name = title === null ? (organisation ?? '（无题）') : `《${title}》${organisation ?? ''}`;
  const printed = publication === null && date === null ? `刊期未注明 ${place}` : place;
  return `[${n}] ${name}，${printed.trim()}，${texts[text]}\n    “${quote}”`;
}

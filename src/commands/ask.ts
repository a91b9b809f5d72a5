import type { Answer, AnswerQuestion, Citation } from '../answering/answer.ts';
import { isDegradedNote } from '../answering/degraded-note.ts';
import { openApp } from '../app.ts';
import type { Command } from './command.ts';
import { readQuestions } from './read-questions.ts';

const usage = 'ask 问题 [--json]，ask --batch 文件 --json      回答一个问题，或者文件里每行一个';

export const ask: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { json, from, questions } = await readQuestions(args, usage);
    await using app = await openApp(config, log);
    await app.refreshIndex();
    for (const { id, turns } of questions) {
      const answers = await answerTurns(turns, app.answerQuestion);
      if (from === 'file') print(JSON.stringify({ id, answers }));
      else for (const answer of answers) print(json ? JSON.stringify(answer) : describe(answer));
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
  const before = notes.filter(isDegradedNote);
  return [
    ...before,
    ...claims.map(({ text, citations: cited }) => `${text}${cited.map((n) => `[${n}]`).join('')}`),
    ...notes.filter((note) => !before.includes(note)),
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

import { openApp } from '../app.ts';
import type { RankedArticles } from '../retrieval/retrieval.ts';
import { answerTurns } from './ask.ts';
import type { Command } from './command.ts';
import { readQuestions } from './read-questions.ts';

const usage = 'search 问题 --json，search --batch 文件 --json  只检索：最多 20 篇文章和得分';

export const search: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { json, questions } = await readQuestions(args, usage);
    await using app = await openApp(config, log);
    await app.refreshIndex();
    for (const { id, turns } of questions) {
      const before = await answerTurns(turns.slice(0, -1), app.answerQuestion);
      const result = await app.rankTurn(turns.at(-1) ?? '', before);
      print(json ? JSON.stringify({ id, ...result }) : describe(result));
    }
    return 0;
  },
};

function describe({ abstention, ranked }: RankedArticles): string {
  const lines = ranked.map(({ articleId, score }) => `${score.toFixed(3)}  ${articleId}`);
  return [`可答程度 ${abstention.toFixed(3)}`, ...lines].join('\n');
}

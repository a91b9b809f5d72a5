import { basename, join } from 'node:path';
import { projectCorpus } from '../app.ts';
import type { Article } from '../corpus/article.ts';
import { type ParsedPage, parsePage } from '../corpus/read-articles.ts';
import { loadVocabulary } from '../corpus/vocabulary.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';

const usage =
  'parse 文件… [--json] [--explain]               把报纸版面（.txt .md .pdf .html）拆成文章';

const options = {
  json: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
} as const;

/** Exit code 1 when a file, or a line of one, could not be read; the rest is. */
export const parse: Command = {
  usage,
  async run(args, { log, print }) {
    const { values, positionals } = parseCommandLine(args, options, { usage });
    if (positionals.length === 0) throw new UsageError(`没有说要拆哪些文件，用法：${usage}`);
    const vocabulary = await loadVocabulary(join(projectCorpus, 'vocabulary.yaml'));
    let problems = 0;
    for (const path of positionals) {
      const page = await parsePage(path, { vocabulary });
      problems += page.problems.length;
      for (const line of show(page, values)) print(line);
      // In JSON every line of the output is an article; what went wrong goes to the log.
      if (values.json) for (const problem of page.problems) log.error(problem, problem.reason);
    }
    return problems > 0 ? 1 : 0;
  },
};

function show(page: ParsedPage, { json, explain }: { json: boolean; explain: boolean }) {
  if (json && explain) return page.lines.map((line) => JSON.stringify(line));
  if (json) return page.articles.map((article) => JSON.stringify(article));
  const problems = page.problems.map(({ line, reason }) =>
    line === null ? `没有读成：${reason}` : `第 ${line} 行没有读成：${reason}`,
  );
  return [
    `${basename(page.path)}：${page.articles.length} 篇`,
    ...problems,
    ...body(page, explain),
  ];
}

function body({ articles, lines }: ParsedPage, explain: boolean): readonly string[] {
  if (!explain) return articles.map(describe);
  return lines.map(({ line, text, takenFor, why, article }) => {
    const place = article === null ? '' : `〔${article + 1}〕`;
    return `${String(line).padStart(4)}  ${takenFor}${place}  ${text}  ← ${why}`;
  });
}

function describe(article: Article, index: number): string {
  const { kicker, title, body: text, complete, gaps, reporters, correspondents } = article;
  const people = [...reporters, ...correspondents].join('、');
  const head = [kicker, title ?? '（无题）'].filter(Boolean).join('：');
  const state = complete ? '' : `\n     不完整：${gaps.join('；')}`;
  return `${String(index + 1).padStart(3)}. ${head}（${article.kind}，${text.length} 字${people === '' ? '' : `，${people}`}）${state}`;
}

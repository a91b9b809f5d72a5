import { auroc, type RetrievalFigures, retrievalFigures } from '../../retrieval/evaluate.ts';
import type { RankedArticles } from '../../retrieval/retrieval.ts';
import type { Answer, AnswerQuestion } from '../answer.ts';
import { type CitationFigures, citationFigures } from './citation-figures.ts';
import type { CaseResult, QuestionCase } from './question-case.ts';
import { shareOf } from './share-of.ts';

interface EvaluationParts {
  readonly ask: AnswerQuestion;
  readonly rank: (question: string) => Promise<RankedArticles>;
  /** The body of an article, to hold quotes against; undefined when there is no such article. */
  readonly readBody: (articleId: string) => Promise<string | undefined>;
}

export interface Evaluation {
  readonly retrieval: RetrievalFigures;
  /** Area under the curve of the abstention score, answerable against unanswerable; null without both. */
  readonly abstentionAuroc: number | null;
  readonly refusal: {
    /** Share of the unanswerable questions that got no claims; null without any. */
    readonly unanswerableRefused: number | null;
    /** Share of the answerable questions that got claims; null without any. */
    readonly answerableAnswered: number | null;
  };
  readonly citations: CitationFigures;
}

/** Asks all questions, one after another, and computes the figures of `evaluate`. */
export async function evaluateAnswers(
  cases: readonly QuestionCase[],
  parts: EvaluationParts,
): Promise<Evaluation> {
  const results: CaseResult[] = [];
  for (const one of cases) results.push(await runCase(one, parts));
  const [answerable, unanswerable] = [
    results.filter((result) => result.asked.answerable),
    results.filter((result) => !result.asked.answerable),
  ];
  const scores = (some: readonly CaseResult[]) => some.map(({ ranking }) => ranking.abstention);
  const area = auroc(scores(answerable), scores(unanswerable));
  return {
    retrieval: retrievalFigures(
      answerable.map((result) => result.asked),
      new Map(results.map((result) => [result.asked.id, rankedIds(result)])),
    ),
    abstentionAuroc: Number.isNaN(area) ? null : area,
    refusal: {
      unanswerableRefused: shareOf(unanswerable.map(({ answer }) => answer.kind !== 'answered')),
      answerableAnswered: shareOf(answerable.map(({ answer }) => answer.kind === 'answered')),
    },
    citations: await citationFigures(answerable, parts.readBody),
  };
}

async function runCase(one: QuestionCase, { ask, rank }: EvaluationParts): Promise<CaseResult> {
  const history: Answer[] = [];
  for (const turn of one.turns) history.push(await ask(turn, { history: [...history] }));
  const answer = history.at(-1);
  const last = one.turns.at(-1);
  if (answer === undefined || last === undefined) throw new Error(`问题 ${one.id} 没有内容`);
  return { asked: one, answer, ranking: await rank(last) };
}

/** A follow-up cannot be searched for by itself: there the articles count that the answer came to. */
function rankedIds({ asked: { turns }, answer, ranking }: CaseResult): readonly string[] {
  if (turns.length === 1) return ranking.ranked.map(({ articleId }) => articleId);
  const found = [...answer.citations, ...answer.nearest].map(({ articleId }) => articleId);
  return [...new Set(found)];
}

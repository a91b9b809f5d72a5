import type { SearchPassages } from '../../retrieval/passage.ts';
import type { RankedArticles, Retrieval } from '../../retrieval/retrieval.ts';
import type { Answer } from '../answer.ts';
import { findHits, withContext } from '../find-hits.ts';
import { classifyQuestion } from '../question-kind.ts';
import { readFollowUp } from './follow-up.ts';

/** Ranks articles for a message, read in the light of the answers before it (oldest first). */
export type RankTurn = (message: string, history: readonly Answer[]) => Promise<RankedArticles>;

interface RankingParts {
  readonly search: SearchPassages;
  readonly rankArticles: Retrieval['rankArticles'];
  /** As for answers. */
  readonly threshold: number;
}

/** Makes the ranking of a conversation's last turn: for what an answer would search for, by rules and without a model. */
export function createRankTurn({ search, rankArticles, threshold }: RankingParts): RankTurn {
  return async (message, history) => {
    const followUp = readFollowUp(message, history);
    if (followUp.kind === 'more') return rankArticles(followUp.topic, { without: followUp.shown });
    if (followUp.kind !== 'about') return rankArticles(message);
    const searching = { search, threshold, kind: classifyQuestion(message) };
    const found = await findHits({ question: message, followUp }, { history }, searching);
    if (found.reading !== 'about') return rankArticles(message);
    return rankArticles(withContext(message, followUp.cited));
  };
}

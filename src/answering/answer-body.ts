import type { Hit } from '../retrieval/passage.ts';
import type { Answer, NearestArticle } from './answer.ts';
import { assembleAnswer } from './assemble-answer.ts';
import type { DraftClaim } from './draft-claim.ts';
import { holdsFigure, readFigureAsked } from './extracts/figure-asked.ts';
import { findDifferingFigures } from './extracts/figures-differ.ts';
import { holdsList, readListAsked } from './extracts/list-asked.ts';
import { showsSign } from './extracts/sign-asked.ts';
import type { Found } from './find-hits.ts';
import { gapNotes } from './gap-notes.ts';
import { differingFiguresNote } from './notes.ts';
import { organisationOf } from './organisation.ts';
import type { QuestionKind } from './question-kind.ts';
import { oncePerPractice, withoutPractices } from './same-practice.ts';
import { verifyClaims } from './verify/verify.ts';

/** An answer before its question and times are added. */
export type Body = Answer extends infer One
  ? One extends Answer
    ? Omit<One, 'question' | 'ms'>
    : never
  : never;

interface VerifiedClaims {
  readonly claims: readonly DraftClaim[];
  readonly by: 'model' | 'extract';
  readonly kind: QuestionKind;
}

/** The body of an answer with these claims; undefined when none is left, or none with the figure asked for. */
export function answeredBody(
  { question, hits }: Found,
  { claims: kept, by, kind }: VerifiedClaims,
): Extract<Body, { kind: 'answered' }> | undefined {
  const figure =
    kind.kind === 'fact' && kind.wanted === 'number' ? readFigureAsked(question) : undefined;
  if (figure !== undefined && !holdsFigure(kept, figure)) return undefined;
  const list = readListAsked(question);
  if (list !== undefined && !holdsList(kept, list)) return undefined;
  if (kind.kind === 'fact' && !showsSign(question, kept)) return undefined;
  const differing = findDifferingFigures(kept, hits);
  const beside = verifyClaims(differing.map(({ claim }) => claim)).kept;
  const claims = onceEach([...kept, ...beside]);
  const assembled = assembleAnswer(claims);
  if (assembled === undefined) return undefined;
  const cited = claims.flatMap(({ quotes }) => quotes);
  const others = withoutPractices(oncePerPractice(hits), cited);
  return {
    kind: 'answered',
    by,
    ...assembled,
    nearest: nearestOf(others),
    notes: [...differing.map(differingFiguresNote), ...gapNotes(claims)],
  };
}

function onceEach(claims: readonly DraftClaim[]): readonly DraftClaim[] {
  return [...new Map(claims.toReversed().map((one) => [one.text, one])).values()].toReversed();
}

export function silent(
  kind: 'not-found' | 'refused' | 'chat',
  notes: readonly string[],
  nearest: readonly NearestArticle[] = [],
): Body {
  return { kind, by: null, claims: [], citations: [], nearest, notes };
}

export function nearestOf(hits: readonly Hit[]): readonly NearestArticle[] {
  return hits.slice(0, 3).map(({ article }) => {
    const organisation = article.title === null ? organisationOf(article) : null;
    const named = { articleId: article.id, title: article.title };
    return organisation === null ? named : { ...named, organisation };
  });
}

import { foldText } from '../../corpus/fold-text.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import type { Hit, Passage } from '../../retrieval/passage.ts';

/** One or more sentences of a passage that can stand in an answer. */
export interface Candidate {
  readonly hit: Hit;
  readonly passage: Passage;
  /** Verbatim slice of the passage. */
  readonly text: string;
  /** UTF-16 offset in the passage. */
  readonly start: number;
  /** Folded, what stands in the next passage included. */
  readonly folded: string;
  /** The end of a sentence that the cut between two passages parts. */
  readonly rest?: { readonly passage: Passage; readonly text: string };
  /** Place of its hit in the search, from 0. */
  readonly rank: number;
}

/** Cuts a passage of a hit into candidates; a quotation is never cut in half. */
export function cutCandidates(
  { hit, rank }: { readonly hit: Hit; readonly rank: number },
  passage: Passage,
): readonly Candidate[] {
  return wholeQuotations(passage.text).map(({ start, end }) => {
    const text = passage.text.slice(start, end);
    return { hit, passage, text, start, folded: foldText(text), rank };
  });
}

/** Puts sentences together that the cut between two passages parts; without the other part they are left out. */
export function joinParted(candidates: readonly Candidate[]): readonly Candidate[] {
  const joined: Candidate[] = [];
  for (const one of candidates) {
    const last = joined.at(-1);
    if (!isParted(one)) joined.push(one);
    else if (last !== undefined && endsOpen(last) && isNext(last, one))
      joined[joined.length - 1] = {
        ...last,
        folded: last.folded + one.folded,
        rest: { passage: one.passage, text: one.text },
      };
  }
  return joined.filter((one) => !endsOpen(one) || one.rest !== undefined);
}

/** It begins its passage, but the passage before ends within the sentence. */
function isParted({ hit, passage, start }: Candidate): boolean {
  const before = hit.article.body.slice(0, passage.start + start);
  return start === 0 && /[；;，,、]\s*$/u.test(before) && !/\n\s*$/u.test(before);
}

function endsOpen({ hit, passage, text, start }: Candidate): boolean {
  const end = start + text.length;
  const behind = hit.article.body.slice(passage.start + end);
  const isLast =
    end === passage.text.length && behind.trim() !== '' && !/^[^\S\n]*\n/u.test(behind);
  return isLast && /[；;，,、]$/u.test(text);
}

function isNext({ passage }: Candidate, one: Candidate): boolean {
  return passage.articleId === one.passage.articleId && passage.ordinal + 1 === one.passage.ordinal;
}

/** The reach of one candidate in its passage. */
interface Span {
  readonly start: number;
  readonly end: number;
}

// A quotation that is longer than this is left in pieces: the marks are then more likely a misprint.
const longestQuotation = 260;
// A sentence of clauses between semicolons is never cut short of this: half a list is a wrong answer.
const longestSentence = 400;
// 「成效明显。」 says nothing without what follows.
const shortestSentence = 16;

function wholeQuotations(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const sentence of splitSentences(text)) {
    const end = sentence.start + sentence.text.length;
    const last = spans.at(-1);
    if (last !== undefined && goesOn(text, last, end)) spans[spans.length - 1] = { ...last, end };
    else spans.push({ start: sentence.start, end });
  }
  return spans;
}

/** Whether what ends at `end` belongs to the span before it: an open quotation, a list, a sentence too short to stand. */
function goesOn(text: string, { start, end: before }: Span, end: number): boolean {
  const said = text.slice(start, before);
  const length = end - start;
  if (openMarks(said) > 0) return length <= longestQuotation;
  if (text.slice(before, end).trimStart() !== text.slice(before, end).replace(/^[^\S\n]+/u, ''))
    return false;
  if (!/[。！？!?…][”’」』）)】》"']*$/u.test(said)) return length <= longestSentence;
  return said.length < shortestSentence;
}

const opening = /[“「『《（(【]/gu;
const closing = /[”」』》）)】]/gu;

/** How many quotation marks and brackets of a text are opened and not closed. */
function openMarks(text: string): number {
  return (text.match(opening)?.length ?? 0) - (text.match(closing)?.length ?? 0);
}

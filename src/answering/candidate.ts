import { foldText } from '../corpus/fold-text.ts';
import { splitSentences } from '../corpus/sentences.ts';
import type { Hit, Passage } from '../retrieval/passage.ts';

/** One or more sentences of a passage that can stand in an answer. */
export interface Candidate {
  readonly hit: Hit;
  readonly passage: Passage;
  /** Verbatim slice of the passage. */
  readonly text: string;
  /** UTF-16 offset in the passage. */
  readonly start: number;
  readonly folded: string;
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

/** The reach of one candidate in its passage. */
interface Span {
  readonly start: number;
  readonly end: number;
}

// A quotation that is longer than this is left in pieces: the marks are then more likely a misprint.
const longestQuotation = 260;
// A list of clauses that is longer than this is left in pieces.
const longestList = 170;
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
  return /[；;]$/u.test(said) ? length <= longestList : said.length < shortestSentence;
}

const opening = /[“「『《（(【]/gu;
const closing = /[”」』》）)】]/gu;

/** How many quotation marks and brackets of a text are opened and not closed. */
export function openMarks(text: string): number {
  return (text.match(opening)?.length ?? 0) - (text.match(closing)?.length ?? 0);
}

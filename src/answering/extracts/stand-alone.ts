import { foldText } from '../../corpus/fold-text.ts';
import { findPersons } from '../verify/names/find-persons.ts';
import type { Candidate } from './candidate.ts';

/** A verbatim slice of a passage that reads on its own, as far as its passage allows. */
export interface Excerpt {
  readonly text: string;
  /** UTF-16 offset in the passage. */
  readonly start: number;
}

// What a paper prints before the first word of a report.
const byline =
  /^(?:本报讯|本报记者|新华社[^\s，。]{0,12}电|【[^】]{1,20}】|[（(](?:记者|通讯员|本报)[^）)]{0,40}[）)])[\s　]*(?:[（(][^）)]{0,60}[）)])?[\s　]*/u;
const listMark = /^[●■◆★▲□○◎•·▪♦]\s*|^[（(]?\d{1,2}[）)、.．]\s*(?=\D)/u;
const connective =
  /^(?:此外|另外|同时|与此同时|不仅如此|除此之外|据介绍|据悉|据了解|其中|因此|所以|于是|然而|但是|不过|而且|并且|随后|接着|下一步|目前)[，,：:]\s*/u;
const pronoun =
  /^(?:他|她|它|其|该|此|这|那|对此|为此|上述|以上|由此|后者|前者|两者|随后|之后|并|且|而|还|也|则|从而)/u;

// Above this a claim is no longer one thing said.
const longestClaim = 220;

/**
 * Makes a candidate readable alone: connectives that point backwards are left out, and a sentence
 * that begins with a pronoun takes the sentence before it along when both are short enough.
 */
export function standAlone({ text, start, passage }: Candidate): Excerpt {
  const bare = bareSentence({ text, start });
  if (!pronoun.test(bare.text) && !meansSomebody(bare.text)) return bare;
  const before = passage.text.slice(0, start).trimEnd();
  const previous = /[^。！？!?\n]*[。！？!?][”’」』）)]*$/u.exec(before)?.[0] ?? '';
  const from = before.length - previous.trimStart().length;
  const joined = passage.text.slice(from, start + text.length);
  const isJoinable = previous.trim() !== '' && joined.length <= longestClaim;
  return isJoinable && !joined.includes('\n') ? bareSentence({ text: joined, start: from }) : bare;
}

/** Whether an excerpt still leans on a sentence that is not shown. */
export function leansBackwards(text: string): boolean {
  return pronoun.test(text);
}

/** 「……的志愿者找到他」: whom, the sentence does not say. */
function meansSomebody(text: string): boolean {
  const before = /^([^“「]*?)[他她](?!们|人|乡|自己)/u.exec(text)?.[1];
  return before !== undefined && findPersons(foldText(before)).length === 0;
}

/** A sentence without what a paper prints before it and without what links it to the one before. */
export function bareSentence({ text, start }: Excerpt): Excerpt {
  const dropped = [byline, listMark, connective].reduce((rest, part) => {
    const shorter = rest.replace(part, '');
    return shorter.length >= 6 ? shorter : rest;
  }, text);
  return { text: dropped, start: start + text.length - dropped.length };
}

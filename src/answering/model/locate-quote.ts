import { splitSentences } from '../../corpus/sentences.ts';
import { foldQuote } from '../verify/verify-quotes.ts';

/**
 * The verbatim slice of a passage that a quote stands for: a model may write other quotation marks, widths or
 * spaces than the passage has. Undefined when the quote does not stand in the passage.
 */
export function locateQuote(passage: string, quote: string): string | undefined {
  const wanted = foldQuote(quote);
  if (wanted === '' || !foldQuote(passage).includes(wanted)) return undefined;
  if (passage.includes(quote)) return quote;
  return sliceByCharacters(passage, wanted) ?? sliceBySentences(passage, wanted);
}

/** Folds character by character, remembering where each came from. */
function sliceByCharacters(passage: string, wanted: string): string | undefined {
  let folded = '';
  const origins: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  for (const character of passage) {
    const end = start + character.length;
    const part = withoutRepeat(foldQuote(character), folded);
    for (let unit = 0; unit < part.length; unit += 1) origins.push({ start, end });
    folded += part;
    start = end;
  }
  const at = folded.indexOf(wanted);
  const first = origins[at];
  const last = origins[at + wanted.length - 1];
  return first && last && passage.slice(first.start, last.end);
}

/** Dashes and dots fold together when they stand side by side. */
function withoutRepeat(part: string, before: string): string {
  return (part === '-' || part === '…') && before.endsWith(part) ? '' : part;
}

/** Some characters fold together with their neighbours: then whole sentences have to do. */
function sliceBySentences(passage: string, wanted: string): string | undefined {
  const sentences = splitSentences(passage);
  for (let length = 1; length <= sentences.length; length += 1) {
    for (let from = 0; from + length <= sentences.length; from += 1) {
      const first = sentences[from];
      const last = sentences[from + length - 1];
      if (first === undefined || last === undefined) continue;
      const slice = passage.slice(first.start, last.start + last.text.length);
      if (foldQuote(slice).includes(wanted)) return slice;
    }
  }
  return undefined;
}

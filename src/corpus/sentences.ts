/** A sentence of a text: `text.slice(start, start + sentence.text.length) === sentence.text`. */
export interface Sentence {
  readonly text: string;
  /** UTF-16 offset in the text it was cut from. */
  readonly start: number;
}

// A sentence ends at 。！？；… or a line break, closing quotation marks and brackets included; not where a comma follows
// them: 「“大家的事大家办。”，说的就是这里」.
const sentence =
  /(?:[^。！？!?；;…\n]|[。！？!?；;…]+[”’」』）)】》"']+(?=[，,、]))*(?:[。！？!?；;…]+[”’」』）)】》"']*|\n|$)/gu;

/** Cuts a text into sentences, in order and without loss: only white space lies between two of them. */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(sentence)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    sentences.push({ text: trimmed, start: match.index + match[0].indexOf(trimmed) });
  }
  return sentences;
}

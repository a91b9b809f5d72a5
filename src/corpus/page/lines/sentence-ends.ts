const stop = /[。！？!?…][”’」』）)】》"'\s]*$/u;

/** Whether a text ends where a sentence ends. */
export function endsSentence(text: string): boolean {
  return stop.test(text);
}

const signed =
  /[。！？”…](?:\s*[（(][^（）()]{2,40}[）)]|\s?[\p{Script=Han}\s／/]{2,24}(?:摄|攝|供图|摄影报道))\s*$/u;

/** Whether a line ends a paragraph: with a sentence, or with who wrote or photographed it. */
export function closesParagraph(text: string): boolean {
  return endsSentence(text) || isCredited(text);
}

/** Whether the last of these lines ends a paragraph; the bracket with a name may have begun above it. */
export function lastCloses(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? '';
  return closesParagraph(last) || (bracketEnd.test(last) && closesParagraph(lines.join('')));
}

const bracketEnd = /^[^（(]*[）)]$/u;

/** Whether who wrote or photographed it stands after the last sentence. */
export function isCredited(text: string): boolean {
  return signed.test(text);
}

/** Whether a text breaks off within or behind a date, as a line of text does and no headline: 「…11月」, 「…11月12日」. */
export function endsInDate(text: string): boolean {
  return /[\p{Script=Han}？！。，]\d{1,2}月(?:\d{1,2}日)?$/u.test(text);
}

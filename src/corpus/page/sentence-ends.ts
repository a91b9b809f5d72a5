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

/** Whether who wrote or photographed it stands after the last sentence. */
export function isCredited(text: string): boolean {
  return signed.test(text);
}

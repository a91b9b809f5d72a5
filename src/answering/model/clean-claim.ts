const invisible = /[\p{Default_Ignorable_Code_Point}[\p{Cc}--[\n\t]]]/gv;
const mark = /\*\*|__|~~|`+|^\s*(?:[-*•]|#{1,6})\s+|^\s*>\s*/gmu;
/** `[1]` or `［1］`: what a claim cites is told apart from its text. */
const citationMark = /[[［【]\s*\d{1,2}(?:\s*[,，、-]\s*\d{1,2})*\s*[\]］】]/gu;

/** A claim in plain words: no marks, no invisible characters, one line. */
export function cleanClaim(text: string): string {
  return text
    .replace(invisible, '')
    .replace(mark, '')
    .replace(citationMark, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const address =
  /[a-z][a-z\d+.-]{1,15}:\/\/|\bwww\.|\b(?:javascript|data|mailto|tg):|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|io|me|top|xyz|info|ru|cc|co|tv|app|link|site|click|dev|gov|edu)\b|@[a-z]\w{3,}/iu;
const markup = /<\s*\/?\s*[a-z!][^>]*>?|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});|!?\[[^\]]*\]\s*\(/iu;

/** Whether a text holds an address, a mention or markup: nothing of that kind from a model reaches a reader. */
export function holdsLinkOrMarkup(text: string): boolean {
  const plain = text.replace(invisible, '').normalize('NFKC');
  return [plain, plain.replace(/\s+/gu, ''), plain.replace(/[。．｡]/gu, '.')].some(
    (form) => address.test(form) || markup.test(form),
  );
}

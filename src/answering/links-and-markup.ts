import { stripInvisible } from './strip-invisible.ts';

const address =
  /[a-z][a-z\d+.-]{1,15}:\/\/|\bwww\.|\b(?:javascript|data|mailto|tg):|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|io|me|top|xyz|info|ru|cc|co|tv|app|link|site|click|dev|gov|edu)\b|\b[a-z\d-]*[a-z][a-z\d-]*\.[a-z][a-z\d-]+|\d{1,3}(?:\.\d{1,3}){3}|\/\/[\w-]|@[a-z]\w{3,}/iu;
const markup = /<\s*\/?\s*[a-z!][^>]*>?|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});|!?\[[^\]]*\]\s*\(/iu;

/** Whether a text holds an address, a mention or markup: no claim with anything of that kind reaches a reader. */
export function holdsLinkOrMarkup(text: string): boolean {
  const plain = stripInvisible(text).normalize('NFKC');
  return [plain, plain.replace(/\s+/gu, ''), plain.replace(/[。．｡]/gu, '.')].some(
    (form) => address.test(form) || markup.test(form),
  );
}

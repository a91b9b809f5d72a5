const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const htmlTag = /<\/?[a-z!][^<>]{0,200}>/giu;
const markdownLink = /!?\[([^\]]{0,200})\]\([^)\s]{0,500}\)/gu;
const markdownMark = /[*_~`#>|]+/gu;
const mention = /(?:^|\s)@[a-z0-9_]{4,}/giu;

/** Above this only the sentences that ask are searched for, else the beginning and the end. */
const longestQuestion = 300;

/** A question in plain words: no markup, no invisible characters, short enough to search for. */
interface CleanQuestion {
  readonly text: string;
  /** Only a part of a long message is left. */
  readonly isShortened: boolean;
}

/** Makes a message a question that can be searched for. */
export function cleanQuestion(message: string): CleanQuestion {
  const plain = message
    .replace(invisible, '')
    .replace(htmlTag, ' ')
    .replace(markdownLink, '$1')
    .replace(mention, ' ')
    .replace(markdownMark, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const isShortened = plain.length > longestQuestion;
  return { text: isShortened ? shorten(plain) : plain, isShortened };
}

function shorten(text: string): string {
  const asking = (text.match(/[^。！？!?；;\n]{2,120}[？?]/gu) ?? []).slice(-3).join('');
  if (asking.length >= 6 && asking.length <= longestQuestion) return asking;
  return `${text.slice(0, longestQuestion / 2)} ${text.slice(-longestQuestion / 2)}`;
}

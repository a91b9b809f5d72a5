const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const htmlTag = /<\/?[a-z!][^<>]{0,200}>/giu;
const markdownLink = /!?\[([^\]]{0,200})\]\([^)\s]{0,500}\)/gu;
const markdownMark = /[*_~`#>|]+/gu;
const mention = /(?:^|\s)@[a-z0-9_]{4,}/giu;

/** Above this only the sentences that ask are searched for, else the beginning and the end. */
const longestQuestion = 300;

/** The question in plain words: no markup, no invisible characters, short enough to search for. */
export function cleanQuestion(message: string): string {
  const plain = message
    .replace(invisible, '')
    .replace(htmlTag, ' ')
    .replace(markdownLink, '$1')
    .replace(mention, ' ')
    .replace(markdownMark, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.length <= longestQuestion ? plain : shorten(plain);
}

/** Whether only a part of a message is searched for. */
export function isTooLong(message: string): boolean {
  return message.length > longestQuestion && cleanQuestion(message).length >= longestQuestion / 2;
}

function shorten(text: string): string {
  const asking = (text.match(/[^。！？!?；;\n]{2,120}[？?]/gu) ?? []).slice(-3).join('');
  if (asking.length >= 6 && asking.length <= longestQuestion) return asking;
  return `${text.slice(0, longestQuestion / 2)} ${text.slice(-longestQuestion / 2)}`;
}

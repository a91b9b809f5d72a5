import type { Article } from '../corpus/article.ts';
import type { Answer } from './answer.ts';
import type { DifferingFigures } from './extracts/figures-differ.ts';
import { organisationOf } from './organisation.ts';
import type { ChatTopic } from './question-kind.ts';

/** What an answer says beside its claims; all other wording for readers lives in the bot. */
const chatNotes: Readonly<Record<ChatTopic, string>> = {
  empty: '请写下想问的问题，例如：“社区怎么动员居民参与治理？”',
  greeting: '您好！这里是茶座。您可以用平常的话问：别的支部、社区遇到这类事是怎么做的。',
  thanks: '不客气。还有别的想了解的，直接问就行。',
  farewell: '再见，随时欢迎再来坐坐。',
  help: '茶座从报纸报道里找各地党支部和社区的做法，每句话都注明出处。直接提问就行，例如：“社区养老服务怎么做？”',
  sources:
    '资料来自入库的报纸报道和各地提供的做法。每句话后面的数字对应下面的出处：报名、日期写在那里，没有印出来的注明“刊期未注明”。',
  distress:
    '听到您这样说，很为您担心。请先别一个人扛着：现在就给家人或信得过的朋友打个电话，也可以拨打心理援助热线12356，随时有人接听。要是已经有危险，请马上拨打120或110。',
  complaint:
    '对不起，没有答对。请换个说法再问一次，写上是什么事、哪类单位，例如：“社区怎么照顾独居老人？”',
  outside: '这个不在茶座的资料里。茶座只讲报纸上各地党支部和社区的做法，您可以问问这方面的事。',
  symbols: '收到了。想了解什么做法，请用一句话写下来，例如：“主题党日怎么开展得更吸引人？”',
  'foreign-script': '抱歉，目前只读得懂中文提问，请用中文再问一次。',
  command: '这里没有这个命令。直接用中文写下问题就行，例如：“社区怎么做好养老服务？”',
};

// Whoever asks in English may not read what says so in Chinese.
const englishNote = '茶座目前只读得懂中文，请用中文再问一次。Please ask in Chinese.';

/** What is said to a message that is no question about the material. */
export function chatNote(topic: ChatTopic, message: string): string {
  const isLatin = topic === 'foreign-script' && /\p{Script=Latin}{2}/u.test(message);
  return isLatin ? englishNote : chatNotes[topic];
}

export const notFoundNote = '现有资料里没有找到这个问题的答案。';

export function uncoveredPlaceNote(place: string): string {
  return `资料里没有${place}的，下面是别处的做法。`;
}

/** Whether a note says so of some place. */
export function isUncoveredPlaceNote(note: string): boolean {
  return note.startsWith('资料里没有') && note.endsWith('的，下面是别处的做法。');
}

const noMoreNote = '除了前面给出的，现有资料里没有找到更多。';
const stillNoMoreNote =
  '能找到的前面都给您看过了，资料里确实没有更多。换个说法，或者问一件相近的事，再帮您找找。';

/** Says that there is no more of what was asked for; to who asks again, in other words. */
export function nothingMoreNote(before: Answer | undefined): string {
  const isSaid = before?.notes.some((note) => note === noMoreNote || note === stillNoMoreNote);
  return isSaid === true ? stillNoMoreNote : noMoreNote;
}
export const notInArticleNote = '前面提到的那篇报道里没有写这一点。';

/** A message points at the second of something of which there was only one, or none. */
export function nothingToFollowNote(shown: number): string {
  if (shown === 0) return '前面没有列出可以接着看的内容，请把想问的事写完整再问一次。';
  return shown === 1
    ? '前面只有一个出处，没有别的可以接着说；想看更多，可以发“换一批”。'
    : `前面只列了${shown}个，请按前面的号码再问一次。`;
}

export const shortenedNote = '问题较长，只按其中的问句或首尾部分查找；请尽量用一两句话提问。';

export const continuedNote =
  '这一段和上一段是同一条长消息，结果同上；请用一两句话把想问的事写出来。';

/** A refusal that leads to the practice where there is one. */
export function refusalNote(practice: string | undefined): string {
  const refusal = '这涉及当事人的个人隐私，茶座不提供。';
  return practice === undefined
    ? `${refusal}可以换个问法，了解各地是怎么帮助这类群众的。`
    : `${refusal}可以了解有关做法：${practice}。`;
}

/** Articles of which something is missing; unnamed when there is only the one. */
export function gapNote(names: readonly string[]): string {
  const missing = '印得不全，缺的部分这里没有。';
  return names.length === 0 ? `这篇报道${missing}` : `${names.join('')}${missing}`;
}

/** Of two that were to be compared, the one of which nothing is told. */
export function notOfBothNote(name: string, topic: string): string {
  return `资料里没有找到${name}${topic === '' ? '' : '这方面'}的做法。`;
}

/** Two figures for one thing: both as printed, none preferred. */
export function differingFiguresNote({ figures }: DifferingFigures): string {
  const told = figures.map(({ article, figure }) => `${nameSource(article)}写的是“${figure}”`);
  return `两处数字不一致：${told.join('，')}，请核对后再用。`;
}

function nameSource(article: Article): string {
  const { publication, date } = article.source;
  const printed = [publication, date].filter(Boolean).join(' ');
  const title =
    article.title === null ? (organisationOf(article) ?? '另一篇报道') : `《${article.title}》`;
  return printed === '' ? title : `${title}（${printed}）`;
}

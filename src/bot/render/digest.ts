import type { DigestContent, DigestItem, Reason } from '../../exchange/digest/digest-content.ts';
import { type Block, bold, italic, line, paragraph } from './block.ts';
import type { ButtonData } from './button-data.ts';
import { button, type Keyboard, type Message, renderMessages, shorten } from './message.ts';
import { describeSource, titleOf } from './source.ts';

interface DigestView {
  readonly contentId: string;
  readonly content: DigestContent;
  /** What is shown ahead of a subscription can not be left. */
  readonly isSubscribed: boolean;
}

const titleLength = 60;

/** A digest as one message. */
export function renderDigest({ contentId, content, isSubscribed }: DigestView): Message {
  const blocks = content.items.flatMap((item, index) => renderItem(item, index + 1));
  const opening = (content.opening ?? []).map(
    ({ text, items: numbers }) => `${text}${numbers.map((n) => `[${n}]`).join('')}`,
  );
  const head = [paragraph(bold(heading(content.day))), paragraph(opening.join(''))];
  const [message] = renderMessages([...head.filter(({ spans }) => spans.length > 0), ...blocks]);
  const items = itemButtons(contentId, content.items.length);
  const settings = [button('设置', settingsStep('show')), button('退订', settingsStep('leave'))];
  return { html: message?.html ?? '', keyboard: isSubscribed ? [...items, settings] : items };
}

/** `11月21日`. */
export function shortDay(day: string): string {
  const { month, day: dayOfMonth } = Temporal.PlainDate.from(day);
  return `${month}月${dayOfMonth}日`;
}

function heading(day: string): string {
  return `茶座每日一读 · ${shortDay(day)}`;
}

function renderItem(item: DigestItem, n: number): readonly Block[] {
  return [
    paragraph(bold(`${n}. ${shorten(headlineOf(item), titleLength)}`)),
    line(item.sentences.join('')),
    line(describeSource(item)),
    line(italic(describeReason(item.reason))),
  ];
}

/** The printed title; where none is printed, the column or whose report it is. */
export function headlineOf({ title, organisation, reason }: DigestItem): string {
  if (title === null && reason.why === 'study') return '每周一学';
  return title ?? organisation ?? titleOf(null);
}

function describeReason(reason: Reason): string {
  switch (reason.why) {
    case 'new':
      return '选它：刚收进资料库的新文章';
    case 'study':
      return '选它：每周一学';
    case 'theme':
      return `选它：您订阅的主题“${reason.theme}”`;
    case 'unseen':
      return '选它：资料库里您还没读过的做法';
  }
}

function itemButtons(contentId: string, items: number): Keyboard {
  return Array.from({ length: items }, (_, index) => {
    const n = index + 1;
    return [
      button(`${n} 原文`, {
        does: 'open-article',
        answerId: contentId,
        from: 'digest',
        n,
        page: 1,
      }),
      button(`${n} 问一问`, { does: 'ask-digest', contentId, n }),
    ];
  });
}

function settingsStep(act: 'show' | 'leave'): ButtonData {
  return { does: 'digest', act, value: '', drops: false, page: 1 };
}

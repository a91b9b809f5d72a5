import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { bold, line, paragraph } from '../render/block.ts';
import { renderMessages } from '../render/message.ts';
import { sendMessages } from '../send-messages.ts';

/** /privacy: what is kept of a reader, where, and who sees it. */
export function privacyComposer({
  clearChat,
}: Pick<BotDependencies, 'clearChat'>): Composer<Context> {
  const composer = new Composer<Context>();
  const privacy = renderMessages(privacyIn(clearChat === undefined ? telegram : webchat));
  composer.command('privacy', (ctx) => sendMessages(ctx, privacy));
  return composer;
}

/** What differs with the place of the chat. */
const telegram = {
  who: '您在 Telegram 的数字编号',
  not: '不记姓名、电话和头像。',
  window: '聊天窗口里的消息在您自己手上。',
};
const webchat = {
  who: '您在这个网页上的称呼和编号、聊天记录',
  not: '不记电话和头像。',
  window: '网页上的聊天记录留到您发 /forget 为止。',
};

const privacyIn = ({ who, not, window }: typeof telegram) => [
  paragraph(bold('茶座记下了什么')),
  line(
    `${who}、身份、头一次和最近一次来的时间；您的问题和得到的回答；您点的 👍 👎；您的订阅；您在 /me 里填的单位类型、地点和主题。${not}`,
  ),
  paragraph(bold('用来做什么')),
  line(
    '让回答下面的按钮一直能用，让您可以接着追问（只看最近 24 小时，/new 立即从头开始），把同类单位的做法排在前面（只在私聊里），让回答越来越准。',
  ),
  paragraph(bold('留多久')),
  line(`问题的文字最多留 30 天，${window}/export 导出全部记录，/forget 立即全部删除。`),
  paragraph(bold('放在哪里')),
  line(
    '只存在运行茶座的那台电脑上。管理员如果接入了大模型，问题文字和查到的段落会发给那个模型，您的编号和姓名不会。',
  ),
];

import { Composer, type Context, InputFile } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { line, paragraph } from '../render/block.ts';
import { button, renderMessages } from '../render/message.ts';
import { answerPress, replaceMessage, sendMessages } from '../send-messages.ts';
import { onButton } from './on-button.ts';

/** /export gives a reader all that is kept of them, /forget erases it. Only in private: a group would read along. */
export function ownDataComposer(dependencies: BotDependencies): Composer<Context> {
  const { readerData, clearChat, access } = dependencies;
  const composer = new Composer<Context>();
  const privately = composer.chatType('private');
  privately.command('export', async (ctx) => {
    const kept = await readerData.collect(ctx.from.id);
    const file = new InputFile(Buffer.from(JSON.stringify(kept, undefined, 2)), 'chazuo.json');
    await ctx.replyWithDocument(file, { caption: '这是茶座记下的关于您的全部内容。' });
  });
  privately.command('forget', (ctx) =>
    sendMessages(
      ctx,
      renderMessages(
        [question, line(access.isOpen ? openDoor : invited), clearChat ? ours : theirs],
        answers,
      ),
    ),
  );
  composer
    .chatType(['group', 'supergroup'])
    .command(['export', 'forget'], (ctx) => ctx.reply('请在和我的私聊里发这个命令。'));
  onButton(composer, 'forget', async (ctx, { sure }) => {
    if (ctx.from === undefined || ctx.chat?.type !== 'private') return answerPress(ctx);
    const [message] = renderMessages([paragraph(sure ? forgotten : kept)]);
    if (sure) await forget(ctx.from.id, dependencies);
    await answerPress(ctx);
    if (message === undefined) return;
    if (!sure || clearChat === undefined) return replaceMessage(ctx, message);
    clearChat(ctx.from.id);
    await ctx.reply(message.html);
  });
  return composer;
}

async function forget(
  readerId: number,
  { readerData, running, log }: BotDependencies,
): Promise<void> {
  running.cancelAllOf(readerId);
  await readerData.erase(readerId);
  log.info('a reader was forgotten');
}

const question = paragraph('真的要全部删除吗？');
const erased = '您的问题和回答、👍 👎、订阅、您填的单位、成员身份都会删掉，不能恢复';
const openDoor = `${erased}。以后想再用，照样直接来问。`;
const invited = `${erased}；以后想再用，需要新的邀请。`;
const theirs = line('聊天窗口里的消息在您自己手上，请自行清空。');
const ours = line('这个网页上的聊天记录和称呼也一并清空。');
const answers = [
  [
    button('全部删除', { does: 'forget', sure: true }),
    button('不删了', { does: 'forget', sure: false }),
  ],
];
const forgotten = '已经全部删除。谢谢您来坐过。';
const kept = '好，什么都没有删。';

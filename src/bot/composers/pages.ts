import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { downloadLimit } from '../download-file.ts';
import { renderLookedAt, renderTakenIn } from '../render/page-found.ts';
import { answerPress, replaceKeyboard, sendMessages } from '../send-messages.ts';
import { onButton } from './on-button.ts';

/** A page sent by an admin: read, shown, and taken in or put away by a button. */
export function pagesComposer(dependencies: BotDependencies): Composer<Context> {
  const { access, pages, downloadFile, log } = dependencies;
  const composer = new Composer<Context>();
  if (pages === undefined) return composer;
  composer.chatType('private').on('message:document', async (ctx, next) => {
    // An animation comes with a document of the same file.
    if (ctx.message.animation !== undefined) return next();
    if (!(await access.isAdmin(ctx.from.id))) {
      await ctx.reply('报纸版面由管理员收。想问什么，请直接打字发给我。');
      return;
    }
    const { file_name: name = '未命名.txt', file_size: size = 0 } = ctx.message.document;
    if (size > downloadLimit) {
      await ctx.reply(`《${name}》太大了，机器人最多收 20 MB 的文件，请拆成几个再发。`);
      return;
    }
    const { file_path: path } = await ctx.getFile();
    if (path === undefined) {
      await ctx.reply(`《${name}》没有收到，请再发一次。`);
      return;
    }
    const page = await pages.look({ name, bytes: await downloadFile(path) });
    log.info({ articles: page.articles.length }, 'page looked at');
    await sendMessages(ctx, renderLookedAt(page));
  });
  onButton(composer, 'take-page', async (ctx, { pageId }) => {
    if (ctx.from === undefined || !(await access.isAdmin(ctx.from.id))) {
      await answerPress(ctx, '只有管理员可以入库。');
      return;
    }
    const taken = await pages.takeIn(pageId);
    await answerPress(ctx, taken === undefined ? '这个版面已经不在了，请重新发一次。' : '已入库');
    await replaceKeyboard(ctx, []);
    if (taken !== undefined) await sendMessages(ctx, renderTakenIn(taken));
  });
  onButton(composer, 'drop-page', async (ctx, { pageId }) => {
    if (ctx.from === undefined || !(await access.isAdmin(ctx.from.id))) {
      await answerPress(ctx, '只有管理员可以决定。');
      return;
    }
    await pages.drop(pageId);
    await answerPress(ctx, '已放弃，没有收进资料库。');
    await replaceKeyboard(ctx, []);
  });
  return composer;
}

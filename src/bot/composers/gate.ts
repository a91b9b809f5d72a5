import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { isGroup } from '../place-of.ts';
import { answerPress } from '../send-messages.ts';
import { questionIn } from './question-in.ts';

const forMembers = '茶座只对受邀的同志开放，想用的话，请向管理员要一个邀请链接。';
const badInvite = '这个邀请链接已经用过或过期了，请向管理员要一个新的。';
const forGroups = '这个群还没有开通茶座，请管理员在群里发送 /admit 开通。';
const admitted = '好，这个群可以用茶座了：@我、回复我，或用 /ask 提问。';

/** Lets members and admitted groups through; a stranger gets one sentence and nothing else. */
export function gateComposer(dependencies: BotDependencies): Composer<Context> {
  const { access, groups, members } = dependencies;
  const composer = new Composer<Context>();
  composer.on('my_chat_member', (ctx) => changeMembership(ctx, dependencies));
  composer.on('message:migrate_to_chat_id', (ctx) =>
    groups.rename(ctx.chatId, ctx.msg.migrate_to_chat_id),
  );
  composer.chatType('private').command('start', async (ctx, next) => {
    const code = ctx.match.trim();
    if (code === '' || ctx.from.is_bot) return next();
    const outcome = await members.redeem(code, ctx.from.id);
    if (outcome !== 'invalid' || (await access.roleOf(ctx.from.id)) !== undefined) return next();
    await ctx.reply(badInvite);
  });
  composer.chatType(['group', 'supergroup']).command('admit', async (ctx) => {
    if (ctx.from === undefined || !(await access.isAdmin(ctx.from.id))) {
      await ctx.reply('开通群聊要由茶座的管理员来做。');
      return;
    }
    await groups.admit(ctx.chatId);
    await ctx.reply(admitted);
  });
  composer.use(async (ctx, next) => {
    if (await mayPass(ctx, dependencies)) return next();
    await turnAway(ctx);
  });
  return composer;
}

async function changeMembership(ctx: Context, { access, groups }: BotDependencies): Promise<void> {
  const change = ctx.myChatMember;
  if (change === undefined) return;
  const { status } = change.new_chat_member;
  // In a private chat: its reader has blocked the bot.
  if (status === 'left' || status === 'kicked') return groups.dismiss(change.chat.id);
  if (!isGroup(ctx)) return;
  const isNew = ['left', 'kicked'].includes(change.old_chat_member.status);
  if (!isNew || !(await access.isAdmin(change.from.id))) return;
  await groups.admit(change.chat.id);
  await ctx.reply(admitted);
}

async function mayPass(ctx: Context, { access }: BotDependencies): Promise<boolean> {
  if (ctx.chatId === undefined) return false;
  if (isGroup(ctx)) return access.isAdmitted(ctx.chatId);
  return ctx.from !== undefined && (await access.roleOf(ctx.from.id)) !== undefined;
}

async function turnAway(ctx: Context): Promise<void> {
  const sentence = isGroup(ctx) ? forGroups : forMembers;
  if (ctx.callbackQuery !== undefined) return answerPress(ctx, sentence);
  if (ctx.message === undefined) return;
  if (isGroup(ctx) && !isCalled(ctx)) return;
  await ctx.reply(sentence);
}

/** Talk among the members of a group is none of ours. */
function isCalled(ctx: Context): boolean {
  return questionIn(ctx) !== undefined || ctx.hasCommand(['ask', 'start', 'help', 'digest']);
}

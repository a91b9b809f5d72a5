import { Composer, type Context, GrammyError } from 'grammy';
import type { Member } from '../../exchange/members.ts';
import { roles } from '../../exchange/state/member-tables.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import type { MemberAct } from '../render/button-steps.ts';
import {
  type NamedMember,
  renderMember,
  renderMembers,
  renderRemoval,
  roleNames,
} from '../render/members.ts';
import type { Message } from '../render/message.ts';
import { answerPress, replaceMessage, sendMessages } from '../send-messages.ts';
import { onButton } from './on-button.ts';

const membersPerPage = 8;
const forAdmins = '成员名单只给管理员看。';
const gone = '他已经不在名单里了。';

/** /members: who may use the bot; an admin gives roles and takes members out. Only in private. */
export function membersComposer(dependencies: BotDependencies): Composer<Context> {
  const { access } = dependencies;
  const composer = new Composer<Context>();
  composer.chatType('private').command('members', async (ctx) => {
    if (await access.isAdmin(ctx.from.id)) {
      await sendMessages(ctx, [await viewList(ctx, 1, dependencies)]);
    } else await ctx.reply(forAdmins);
  });
  composer
    .chatType(['group', 'supergroup'])
    .command('members', (ctx) => ctx.reply('请在和我的私聊里发这个命令。'));
  onButton(composer, 'members', async (ctx, step) => {
    if (ctx.from === undefined || ctx.chat?.type !== 'private') return answerPress(ctx);
    if (!(await access.isAdmin(ctx.from.id))) return answerPress(ctx, forAdmins);
    await press(ctx, { ...step, adminId: ctx.from.id }, dependencies);
  });
  return composer;
}

interface Step extends MemberAct {
  readonly adminId: number;
}

async function press(ctx: Context, step: Step, dependencies: BotDependencies): Promise<void> {
  const { act, page, readerId } = step;
  if (act === 'list') {
    await answerPress(ctx);
    return replaceMessage(ctx, await viewList(ctx, page, dependencies));
  }
  const member = await dependencies.members.find(readerId);
  if (member === undefined) {
    await answerPress(ctx, gone);
    return replaceMessage(ctx, await viewList(ctx, page, dependencies));
  }
  const fixed = whyFixed(step, dependencies);
  const notice = fixed === undefined ? await change(step, dependencies) : undefined;
  await answerPress(ctx, notice);
  if (act === 'remove' && fixed === undefined)
    return replaceMessage(ctx, await viewList(ctx, page, dependencies));
  const changed = (await dependencies.members.find(readerId)) ?? member;
  const view = { member: await nameMember(ctx, changed), page };
  const { timeZone } = dependencies;
  const asks = act === 'ask-remove' && fixed === undefined;
  await replaceMessage(
    ctx,
    asks ? renderRemoval(view) : renderMember({ ...view, timeZone, fixed }),
  );
}

/** An admin can not lock themselves out, nor change what the configuration says. */
function whyFixed({ readerId, adminId }: Step, { access }: BotDependencies) {
  if (access.isFixed(readerId)) return 'configured';
  return readerId === adminId ? 'self' : undefined;
}

/** Does what a button says; the notice for the admin. */
async function change(
  { act, readerId }: Step,
  { members, readerData, running, log }: BotDependencies,
): Promise<string | undefined> {
  if (act === 'remove') {
    running.cancelAllOf(readerId);
    await readerData.erase(readerId);
    log.info('a member was taken out');
    return '已移出。';
  }
  const role = roles.find((each) => each === act);
  if (role === undefined) return undefined;
  await members.changeRole(readerId, role);
  log.info({ role }, 'a member has another role');
  return `已改为${roleNames[role]}。`;
}

async function viewList(
  ctx: Context,
  page: number,
  { members, access }: BotDependencies,
): Promise<Message> {
  const count = await members.count();
  const pages = Math.max(1, Math.ceil(count / membersPerPage));
  const at = Math.min(page, pages);
  const shown = await members.list({ skip: (at - 1) * membersPerPage, limit: membersPerPage });
  return renderMembers({
    members: await Promise.all(shown.map((member) => nameMember(ctx, member))),
    count,
    page: at,
    pages,
    isOpen: access.isOpen,
  });
}

async function nameMember(ctx: Context, member: Member): Promise<NamedMember> {
  return { ...member, name: (await nameOf(ctx, member.readerId)) ?? `编号 ${member.readerId}` };
}

/** As Telegram shows it just now; undefined when it does not say. */
async function nameOf(ctx: Context, readerId: number): Promise<string | undefined> {
  try {
    const { first_name: first, last_name: last } = await ctx.api.getChat(readerId);
    return [first, last].filter(Boolean).join(' ') || undefined;
  } catch (error) {
    if (error instanceof GrammyError) return undefined;
    throw error;
  }
}

import { Composer, type Context } from 'grammy';
import { z } from 'zod';
import { roles } from '../../exchange/state/member-tables.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { line, paragraph } from '../render/block.ts';
import { roleNames } from '../render/members.ts';
import { renderMessages } from '../render/message.ts';
import { sendMessages } from '../send-messages.ts';

const day = 24 * 60 * 60 * 1000;
const defaultDays = 7;
const usage =
  '用法：/invite，或 /invite reviewer 3（身份可以是 member、reviewer、admin；数字是有效天数，1 到 30）。';

const wishSchema = z.object({
  role: z.enum(roles).default('member'),
  days: z.coerce.number().int().min(1).max(30).default(defaultDays),
});

/** /invite: a link that admits one reader. */
export function inviteComposer({ access, members, now }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  composer.chatType('private').command('invite', async (ctx) => {
    if (!(await access.isAdmin(ctx.from.id))) {
      await ctx.reply('邀请新成员要由管理员来做。');
      return;
    }
    const wish = readWish(ctx.match);
    if (wish === undefined) {
      await ctx.reply(usage);
      return;
    }
    const code = await members.invite({
      role: wish.role,
      expiresAt: now() + wish.days * day,
      updateId: ctx.update.update_id,
    });
    const blocks = [
      paragraph(
        `请把这个链接转给要邀请的人。只能用一次，${wish.days} 天内有效，身份：${roleNames[wish.role]}。`,
      ),
      paragraph(`https://t.me/${ctx.me.username}?start=${code}`),
      line(`打不开链接时，也可以直接发给我：/start ${code}`),
    ];
    await sendMessages(ctx, renderMessages(blocks));
  });
  return composer;
}

function readWish(text: string) {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const days = words.find((word) => /^\d+$/.test(word));
  const [role, ...others] = words.filter((word) => word !== days);
  if (others.length > 0) return undefined;
  return wishSchema.safeParse({ role, days }).data;
}

import { Composer, type Context } from 'grammy';
import type { DigestState } from '../../exchange/state/digest-tables.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { bold, line, paragraph } from '../render/block.ts';
import { renderMessages } from '../render/message.ts';
import { sendMessages } from '../send-messages.ts';

const stateNames: Readonly<Record<DigestState, string>> = {
  sent: '已送到',
  queued: '排队',
  sending: '正在送',
  unknown: '不知送到没有',
  failed: '没送成',
  gone: '已退订',
};

/** /status: members, subscriptions, today's digests, for admins. */
export function statusComposer(dependencies: BotDependencies): Composer<Context> {
  const { access, members, groups, digests, exchange, now } = dependencies;
  const composer = new Composer<Context>();
  composer.chatType('private').command('status', async (ctx) => {
    if (!(await access.isAdmin(ctx.from.id))) {
      await ctx.reply('运行情况只给管理员看。');
      return;
    }
    const progress = await digests.outbox.progress(digests.today());
    const parked = await exchange.inboxOf(ctx.me.id).countParked();
    const pausedUntil = await digests.outbox.pausedUntil();
    const waits = Math.ceil((pausedUntil - now()) / 1000);
    const counted = Object.entries(stateNames).flatMap(([state, name]) => {
      const n = Object.entries(progress).find(([each]) => each === state)?.[1] ?? 0;
      return n === 0 ? [] : [`${name} ${n}`];
    });
    const blocks = [
      paragraph(bold('运行情况')),
      line(`成员 ${await members.count()} 人，群 ${await groups.count()} 个`),
      line(`订阅 ${await digests.subscriptions.count()} 份`),
      line(`今天的日报：${counted.length === 0 ? '还没有' : counted.join('，')}`),
      ...(waits > 0 ? [line(`Telegram 要求暂停发送，还剩 ${waits} 秒`)] : []),
      ...(parked > 0 ? [line(`搁置的消息 ${parked} 条，原因见日志`)] : []),
    ];
    await sendMessages(ctx, renderMessages(blocks));
  });
  return composer;
}

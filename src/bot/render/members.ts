import type { Member } from '../../exchange/members.ts';
import { type Role, roles } from '../../exchange/state/member-tables.ts';
import { bold, line, paragraph } from './block.ts';
import type { MemberAct } from './button-steps.ts';
import { turnRow } from './choice-page.ts';
import { button, type Keyboard, type Message, renderMessage, shorten } from './message.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  member: '成员',
  reviewer: '审核员',
  admin: '管理员',
};

/** A member with the name their chat shows just now: no name is kept. */
export interface NamedMember extends Member {
  readonly name: string;
}

interface ListView {
  readonly members: readonly NamedMember[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  /** Whoever comes may use the bot, member or not. */
  readonly isOpen: boolean;
}

const nameLength = 20;

/** The members, a page at a time, each a button. */
export function renderMembers({ members, count, page, pages, isOpen }: ListView): Message {
  const rows = members.map(({ name, role, readerId }) => [
    button(`${shorten(name, nameLength)} · ${roleNames[role]}`, step('show', readerId, page)),
  ]);
  const told = isOpen ? [line('现在谁都可以用茶座（OPEN_ACCESS=1），移出的人也能再来。')] : [];
  const blocks = [paragraph(bold(`成员 ${count} 人`)), line('点名字改身份或移出。'), ...told];
  return renderMessage(blocks, [...rows, ...turnRow({ page, pages }, (to) => step('list', 0, to))]);
}

interface MemberView {
  readonly member: NamedMember;
  /** Of the list to go back to. */
  readonly page: number;
  readonly timeZone: string;
  /** Why nothing can be changed: it is the admin who looks, or one by configuration. */
  readonly fixed?: 'self' | 'configured' | undefined;
}

const whyFixed = {
  self: '这是您自己。想离开，请发 /forget。',
  configured: '他是配置里写定的管理员（ADMIN_IDS），这里改不了。',
} as const;

/** One member, with the buttons that give another role or take the member out. */
export function renderMember({ member, page, timeZone, fixed }: MemberView): Message {
  const { name, role, readerId, joinedAt } = member;
  const blocks = [
    paragraph(bold(name)),
    line(`身份：${roleNames[role]}`),
    line(`加入：${dayOf(joinedAt, timeZone)}`),
    line(`Telegram 编号：${readerId}`),
    ...(fixed === undefined ? [] : [paragraph(whyFixed[fixed])]),
  ];
  const others = roles.filter((each) => each !== role);
  const changes: Keyboard =
    fixed === undefined
      ? [
          others.map((each) => button(`改为${roleNames[each]}`, step(each, readerId, page))),
          [button('移出', step('ask-remove', readerId, page))],
        ]
      : [];
  return renderMessage(blocks, [...changes, [back(page)]]);
}

/** Asks once before a member is taken out. */
export function renderRemoval({ member, page }: Pick<MemberView, 'member' | 'page'>): Message {
  const { name, readerId } = member;
  const blocks = [
    paragraph(`真的要移出${name}吗？`),
    line('他不能再用茶座，日报不再送，他的提问和回答等记录一并删除。以后想再来，需要新的邀请。'),
  ];
  const answers = [
    button('确认移出', step('remove', readerId, page)),
    button('不移了', step('show', readerId, page)),
  ];
  return renderMessage(blocks, [answers]);
}

function step(act: MemberAct['act'], readerId: number, page: number) {
  return { does: 'members', act, readerId, page } as const;
}

function back(page: number) {
  return button('‹ 返回名单', step('list', 0, page));
}

function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

import type { BotExchange } from '../exchange/create-exchange.ts';
import type { Role } from '../exchange/state/member-tables.ts';

/** Who may use the bot beside those whom invites have admitted. */
export interface AccessRules {
  /** Admins by configuration. */
  readonly adminIds: readonly number[];
  /** Everybody is a member, and every group is admitted. */
  readonly openAccess: boolean;
  /** The first reader ever becomes admin, as on one's own machine. */
  readonly firstReaderIsAdmin: boolean;
}

export interface Access {
  /** Undefined for a stranger. */
  roleOf(readerId: number): Promise<Role | undefined>;
  isAdmin(readerId: number): Promise<boolean>;
  isAdmitted(chatId: number): Promise<boolean>;
  /** Admins by configuration stay it, whatever is written of them. */
  isFixed(readerId: number): boolean;
  /** Whoever comes may use the bot. */
  readonly isOpen: boolean;
}

export function createAccess(rules: AccessRules, { members, groups }: BotExchange): Access {
  const { adminIds, openAccess, firstReaderIsAdmin } = rules;
  const roleOf = async (readerId: number): Promise<Role | undefined> => {
    if (adminIds.includes(readerId)) return 'admin';
    if (firstReaderIsAdmin) await members.admitFirst(readerId);
    return (await members.roleOf(readerId)) ?? (openAccess ? 'member' : undefined);
  };
  return {
    roleOf,
    isAdmin: async (readerId) => (await roleOf(readerId)) === 'admin',
    isFixed: (readerId) => adminIds.includes(readerId),
    isOpen: openAccess,
    isAdmitted: async (chatId) => openAccess || (await groups.isAdmitted(chatId)),
  };
}

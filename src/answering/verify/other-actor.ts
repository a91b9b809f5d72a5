import { mayBeSame } from './agents.ts';
import type { AlignedClause } from './align-clauses.ts';
import { findActors, findRoles, tellsRole } from './find-actors.ts';

/** 「党员存问题」 for 「职工存问题」: another role begins the very clause. */
export function otherRole({ said, source, likeness }: AlignedClause): string | undefined {
  const [own, theirs] = [leadingRole(said), leadingRole(source)];
  if (own === undefined || theirs === undefined || likeness < 0.35) return undefined;
  if (said.includes(theirs) || source.includes(own) || tellsRole(own, theirs)) return undefined;
  return `${own} / ${theirs}`;
}

function leadingRole(clause: string): string | undefined {
  return findRoles(clause).find((role) => clause.startsWith(role));
}

const giving = /由([^,]{2,12}?)(?:自己|统一|来|全部|负责)?(?:出|写|画|做|凑|买|付|交|办|讲|教)/u;

/** 「由总厂出钱」 where the clause that tells it has another and not this one. */
export function otherGiver(said: string, { source, likeness }: AlignedClause): string | undefined {
  const who = giving.exec(said)?.[1];
  if (who === undefined || likeness < 0.3 || mayBeSame(who, source)) return undefined;
  const others = [...findRoles(source), ...findActors(source).map(({ name }) => name)];
  const isOther = others.some((one) => !said.includes(one) && !tellsRole(one, who));
  return isOther || /由/u.test(source) ? who : undefined;
}

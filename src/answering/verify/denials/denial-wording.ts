import { keepLast } from '../keep-last.ts';
import { flag } from '../sign.ts';
import type { Denial } from './denials.ts';
import { formerly } from './find-turns.ts';
import type { ReadClause } from './told-deeds.ts';

const stressed =
  /也要|也得|还得|还要|照样|仍|都要|都得|必须|一律|反而|反倒|一直|还是|照旧|依然|又|也|都|已经|了$/u;
const payment = /收钱|收费|收取|要钱|掏|出钱|花钱|付钱|付费|交钱|交费|费用|押金|一分|元|钱/u;
const forNothing = /免|无偿|义务|不收|不花|不用.{0,2}[花掏出付交]|全部?由|承担/u;

/** How a denial is worded, and the clause of the other side beside it. */
export function wordingOf(
  { head, rest, isDeed, isFocused, mark, start }: Denial,
  { text, denials }: ReadClause,
  where: ReadClause,
) {
  return {
    short: flag(head.length === 1),
    deed: flag(isDeed),
    bare: flag(rest.length === 0),
    many: flag(denials.length > 1),
    focused: flag(isFocused),
    none: flag(/^(?:没有?|无|未)$/u.test(mark)),
    turned: flag(/取消|停止|中止|暂停|杜绝|避免|拒绝|禁止|严禁/u.test(mark)),
    relative: flag(/^[^,]{0,4}的/u.test(text.slice(start + mark.length + head.length))),
    allowed: flag(allowing(head).test(where.text)),
    stressed: flag(stressed.test(where.text)),
    byNow: flag(notYet.test(text) && already.test(where.text)),
    past: flag(formerly.test(text) || formerly.test(where.text)),
    paid: flag(payment.test(text) && payment.test(where.text)),
    forNothing: flag(forNothing.test(where.text.replace(head, ''))),
  };
}

const allowing = keepLast(
  (head) => new RegExp(`(?:可以|也?能|将|会|要|得|需)\\p{Script=Han}{0,3}${head}`, 'u'),
);

const notYet = /尚未|还没|仍未|暂未|至今未|未能|没能|至今没/u;
const already = /已经?|了$|了,/u;

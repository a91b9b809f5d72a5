import type { Evidence } from '../evidence.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { isFree } from '../words/known-words.ts';
import { nearness } from '../words/printed-words.ts';
import { sayTheSame } from '../words/synonymous-deeds.ts';

const kinds =
  /(?:车间|研究所|研究院|基金会|设计院|教学点|卫生院|工会|商会|协会|银行|学院|中学|小学|大学|门诊|病房|公司|支行|工区|厂区|库区|园区|村委会|居委会|党小组|服务队|合作社|食堂|广场|操场|市场|仓库|宿舍|公园|码头|车站|科|区|层|室|厅|站|厂|馆|院|园|所|局|处|部|课|账|证|房|库|棚)$/u;

interface Headed {
  readonly head: string;
  readonly kind: string;
}

// 「社区」 may be called 小区, 「全区」 is no name.
const noHead =
  /^(?:[红黄绿蓝路班岗党社小地市城街辖全本该各每整老新这那其某县镇乡村党支总机内外里中上下前后一二三四五六七八九十两几双同校厂家大]|全部|干|内|党支|大家)$|^[一二三四五六七八九十两几每\d]|[离内进来入到出回去建办送的了着过在和与及由从向为对把被让给是有等]/u;

/** 「铸造车间」 for 「热处理车间」, 「眼科」 for 「皮肤科」: a kind that the source has with other words before it, which the claim lacks. */
export function findOtherHead(claim: string, { text, headings }: Evidence): string | undefined {
  const told = headedIn(text).filter(({ head }) => !claim.includes(head));
  if (told.length === 0) return undefined;
  const source = `${text}\n${headings}`;
  const found = headedIn(claim).find(
    ({ head, kind }) =>
      !source.includes(head) && told.some((other) => other.kind === kind && isOther(head, other)),
  );
  return found === undefined ? undefined : found.head + found.kind;
}

function isOther(head: string, { head: told }: Headed): boolean {
  if ([...head].some((one) => told.includes(one))) return false;
  return !sayTheSame(head, told) && nearness(head, told) < alike;
}

const alike = 0.62;

function headedIn(text: string): readonly Headed[] {
  const words = tagWords(text);
  return words.flatMap((one, at) => {
    const kind = kinds.exec(one.word)?.[0];
    if (kind === undefined || !/^(?:n|x|j|s)/u.test(one.tag)) return [];
    const own = one.word.slice(0, -kind.length);
    const head = own === '' ? headOf(words[at - 1], one) : own;
    return head === '' || noHead.test(head) || !/^\p{Script=Han}{1,4}$/u.test(head)
      ? []
      : [{ head, kind }];
  });
}

function headOf(before: TaggedWord | undefined, { index }: TaggedWord): string {
  if (before === undefined || before.index + before.word.length !== index) return '';
  const isHead = before.word.length > 1 && /^[nvabjxs]/u.test(before.tag) && !isFree(before.word);
  return isHead ? before.word : '';
}

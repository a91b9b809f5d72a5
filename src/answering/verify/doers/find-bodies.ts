import type { Evidence } from '../evidence.ts';

// What offices of state and their like are called, without 市, 县 or 区 before them.
const offices =
  '民政 教育 卫健 卫生健康 卫生 公安 司法 财政 人社 人力资源 住建 交通 交通运输 农业 农业农村 水利 水务 林业 文旅 文化和旅游 文化 市场监管 市场监督管理 工商 应急 应急管理 城管 城市管理 税务 审计 统计 医保 自然资源 国土 规划 生态环境 环保 发改 经信 科技 商务 体育 国资 信访 乡村振兴 退役军人 退役军人事务 行政审批 气象 民族事务 民宗 烟草 邮政 供电 水政 渔政 疾控 慢病防治';
const office = `(?:${offices.split(' ').join('|')})(?:局|委员会|委|厅|所|站|中心|办)`;
const others =
  '组织部|宣传部|统战部|社会工作部|人武部|武装部|法院|检察院|派出所|妇联|残联|团委|总工会|工会|工商联|科协|文联|纪委|政法委|消防队|消防救援站|信用社|供销社|电视台|文化馆|图书馆|博物馆|档案馆|党校|老年大学';
const body = new RegExp(`${office}|${others}`, 'gu');

/** 「区教育局」 for 「区民政局」: an office that the article does not know, where the source has one that the claim has not. */
export function findOtherBody(
  claim: string,
  { text, bodies, headings }: Evidence,
): string | undefined {
  const told = bodiesIn(text).filter((name) => !claim.includes(name.slice(0, 2)));
  if (told.length === 0) return undefined;
  return bodiesIn(claim).find((name) => {
    // 「卫健委」 for 「卫生健康委员会」
    const inOrder = new RegExp([...name].join('.{0,3}'), 'u');
    return ![bodies, headings].some(
      (source) => source.includes(name.slice(0, 2)) || inOrder.test(source),
    );
  });
}

function bodiesIn(text: string): readonly string[] {
  return [...text.matchAll(body)].map(([name]) => name);
}

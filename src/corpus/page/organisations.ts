import type { Article } from '../article.ts';

const suffix =
  '(?:党支部|党总支|党委|党工委|党组|街道办事处|街道|社区|组织部|宣传部|统战部|政法委|纪委监委|纪委|检察院|法院|公安局|派出所|交警支队|支队|大队|委员会|人大常委会|政协|总工会|工会|妇联|团委|残联|民政局|教育局|管理局|执法局|监督局|信息化局|保障局|卫健委|发改委|服务局|税务局|司法局|农牧局|科技局|集团|有限公司|公司|学校|中学|小学|幼儿园|大学|学院|医院|服务中心|融媒体中心|实践所|实践站|合作社|村委会|居委会|事业部|开发区|苏木)';
const opening = new RegExp(
  `(?:^|[，。；：、（(“\\s])(?:近日|日前|连日来|今年以来|近年来|近期|由|在|走进)?[，、]?((?:[\\p{Script=Han}（）]){2,20}?${suffix})(?![\\p{Script=Han}]{0,2}(?:党支部|党总支|党委|办事处))`,
  'gu',
);
const verb =
  /[的了着过被让使是和与及并将]|开展|组织|推动|推进|打造|走进|联合|深入|坚持|围绕|通过|进一步|为|对|教育|引导|携手|共建|我们|来到|联系|加强|增强|最强|年度|抓|基层|各级|有关|相关|这个|本/u;

const organisationName = new RegExp(`${suffix}$|[县区市旗镇乡村局院厂站所校队处科委办]$`, 'u');
const longestName = 26;
const openingLength = 200;
const atMost = 3;

/** The organisations an article is about: the one in its kicker, then those its opening names. */
export function findOrganisations({ kicker, body }: Article): readonly string[] {
  const names: string[] = [];
  if (
    kicker !== null &&
    kicker.length <= longestName &&
    organisationName.test(kicker) &&
    !/\s/.test(kicker)
  ) {
    names.push(kicker);
  }
  const head = `${body.slice(0, openingLength).replace(/^[^（(]{0,16}[（(][^）)]*[）)]/u, '')}`;
  for (const [, found = ''] of head.matchAll(opening)) {
    if (!verb.test(found) && !names.some((name) => name.includes(found))) names.push(found);
  }
  return [...new Set(names)].slice(0, atMost);
}

import { segmentWords } from '../retrieval/tokenize.ts';

/** A place or organisation as a text names it: what makes it particular, then what it is. */
export interface NamedPlace {
  readonly name: string;
  readonly suffix: string;
  readonly isPlace: boolean;
}

const placeSuffixes =
  '省 市 县 区 旗 盟 镇 乡 村 街道 社区 嘎查 苏木 小区 大街 大道 路 街 巷 胡同 公园 广场 花园 家园 新村 屯 庄 湾 山 河 湖 桥 岛'.split(
    ' ',
  );
const organisationSuffixes =
  '公司 集团 局 法院 检察院 医院 学院 大学 中学 小学 学校 幼儿园 支队 大队 中队 派出所 供电所 司法所 卫生院 服务站 协会 商会 联合会 残联 妇联 合作社 银行 超市 酒店 养老院 敬老院 党校 党委 党工委 党支部 党总支 工会 团委 办事处 报社 电视台 博物院 博物馆 图书馆 卫生所 信用社 邮局 供水所 农场 林场 牧场 煤矿 电厂'.split(
    ' ',
  );
const suffixes = [...placeSuffixes, ...organisationSuffixes].toSorted(
  (a, b) => b.length - a.length,
);
const places = new Set(placeSuffixes);

/** Words before such a noun that name nothing: which, how many, what sort, and verbs that take it as object. */
const plainBefore =
  /^(?:[一二三四五六七八九十百千万两几多数\d]+|[个家所座处间条位名户片支]|各|本|该|全|每个?|这个?|那个?|其他|其它|别的|另外|所有|多个|许多|不少|部分|有关|相关|辖区|当地|所在|我们|咱们|自己|邻近|附近|周边|驻地|共建|包联|结对|联建|帮扶|试点|示范|先进|优秀|典型|普通|老旧|老|新|旧|大|小|城市|农村|基层|城乡|乡镇|乡村|街道|社区|村|镇|县|区|市|旗|省|居民|住宅|商业|工业|产业|村级|县级|区级|市级|镇级|乡级|机关|企业|单位|单元|在|到|进|入|向|对|为|与|和|及|同|跟|由|从|使|让|给|把|将|被|以|于|是|有|的|之|了|着|等|或|并|就|又|也|还|都|走进|走入|走访|走遍|深入|来到|前往|服务|参观|进入|回到|返回|离开|联系|联合|依托|打造|建设|建成|建起|创建|成立|组建|设立|组织|邀请|协调|带动|推动|引导|指导|发动|覆盖|涉及|位于|地处|负责|管理|治理|围绕|经过|通过|驻|涉农|贫困|边远|偏远|牧区|山区|城区|园区|校区|中心|基层|上级|下级|党|党组织|民族|国有|民营|非公|专业|职业|技术|职能|公办|民办|私营|主管|行政|工作|志愿|便民|文明|智慧|美丽|幸福|和谐|平安|红色|绿色|美好|良好|健康|老年|儿童|青年|妇女|青少年|一个|某个|某|外|内|里|上|下|前|后|中|东|西|南|北|跨|出|过|满|整个|整|四邻|邻|兄弟|友好|友邻|协作|合作|成员|参与|参加|加入|支持|鼓励|扎根|驻扎|下沉|沉到|沉入|联手|携手|牵头|结|访|逛|住|住在|搬进|搬到|搬入|开进|送进|送到|送入|办进|办到|搬|送|跑|跑遍|建|办|挂|村民|群众|市民|百姓|党员|干部|社会|公共|综合|街区|片区)$/u;

/** Finds what a folded text names by a proper part and a kind: 「红柳」+「社区」, 「新城」+「区」. */
export function findNamedPlaces(text: string): readonly NamedPlace[] {
  return segmentsOf(text).flatMap((words) => words.flatMap((_, at) => placeAt(words, at) ?? []));
}

/** Runs of words without a mark between them. */
function segmentsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/[^\p{Script=Han}\d]+/u)
    .filter((run) => run !== '')
    .map(segmentWords);
}

function placeAt(words: readonly string[], at: number): NamedPlace | undefined {
  const word = words[at] ?? '';
  const suffix = suffixes.find((one) => word.endsWith(one));
  if (suffix === undefined) return undefined;
  const isPlace = places.has(suffix);
  const inner = word.slice(0, word.length - suffix.length);
  // A word such as 「小区」 or 「道路」 is no name; 「回民区」 is.
  if (inner.length >= 2)
    return plainBefore.test(inner) ? undefined : { name: word, suffix, isPlace };
  if (inner.length === 1) return undefined;
  const proper = properBefore(words, at);
  return proper === undefined ? undefined : { name: proper + suffix, suffix, isPlace };
}

/** The proper part: one word, or two that are single characters. */
function properBefore(words: readonly string[], at: number): string | undefined {
  const word = words[at - 1] ?? '';
  if (word === '' || plainBefore.test(word)) return undefined;
  if (word.length >= 2) return word;
  const previous = words[at - 2] ?? '';
  return previous.length === 1 && !plainBefore.test(previous) ? previous + word : undefined;
}

/** 「公交三公司」 is short for 「市公交第三公共汽车公司」: its characters stand in a full name, in order. */
export function isShortFor(name: string, suffix: string, source: string): boolean {
  const proper = name.slice(0, name.length - suffix.length);
  for (let end = source.indexOf(suffix); end !== -1; end = source.indexOf(suffix, end + 1)) {
    const full = /[\p{Script=Han}\d]*$/u.exec(source.slice(Math.max(0, end - 16), end))?.[0] ?? '';
    if (isSubsequence(proper, full)) return true;
  }
  return false;
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0;
  for (const character of part) {
    const at = whole.indexOf(character, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

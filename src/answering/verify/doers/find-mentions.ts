/** Someone or something that acts, as a clause mentions it. */
export interface Mention {
  /** With up to three characters before the kind: 「旗公安局」. */
  readonly name: string;
  /** What it is: 「局」; empty for a person's name. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The persons whose title it is in the articles. */
  readonly bearers?: readonly string[];
}

const kinds =
  `党委 党总支 党支部 支部 党组 党工委 工委 社区 街道 街道办 居委会 村委会 政府 区委 县委 市委 省委 镇党委 组织部 宣传部 社会工作部
  公司 集团 厂 局 院 所 站 中心 协会 学会 商会 工会 妇联 团委 共青团 合作社 银行 学校 医院 法院 检察院 委员会 管理处 办公室 城管办
  司法所 派出所 物业 业主方 业主 居民 村民 牧民 渔民 群众 住户 党员 老党员 干部 书记 主任 经理 队长 站长 所长 局长 部长 科长 院长
  校长 会长 庭长 场长 理事长 志愿者 老师 教师 教授 医生 护士 学生 工人 职工 老板 商户 摊主 店主 司机 骑手 记者 专家 技术员 技师
  网格员 楼长 楼栋长 老人 家属 子女 父母 财政 县里 区里 市里 镇里 村里 厂里 省里 旗里 乡里 队里 队员 护路队 服务队 志愿队 车队
  联席会 议事会 理事会 自管小组 小组 法官 书记员 律师 民警 警察 交警 会计 调解员 企业 单位 部门 机关 食堂 药店 超市 图书馆 文化站
  卫生院 卫生站 服务站 幼儿园 公安 消防 基金会 联合会 残联 老板娘 爱心人士 企业家 大学生 支委 班长 组长 车间主任 总监 总经理
  董事长 驻村工作队 工作队 供电所 信用社 保险公司 物流 学院 大学 中学 小学 班组 车间 大伙 大家 邻居 街坊 女儿 儿子 妻子 丈夫 孙女 孙子
  母亲 父亲 奶奶 爷爷 孩子 住建局 公安局 司法局 民政局 教育局 水利局 财政局 文旅局 卫健局 人社局 城管局 税务局 交通局 林业局 农业农村局
  自然资源局 市场监管局 生态环境局 综治中心 供热办 文明办 综治办 信访办 河长办 党政办 总工会 文化馆 档案馆 博物馆 剧团 党小组 农民
  农户 果农 菜农 茶农 市民 乘客 旅客 患者 病人 家长 当事人 房东 租户 顾客 会员 社员 工友 驾驶员 船员 船长 护士长 馆员 导演 编剧
  演员 学员 厨师 护理部 信息科 财务部 财务科 技术部 生产部 质量部 销售部 人事部 工程部 后勤部 安全部 安全科 技术科 生产科 保卫科
  药剂科 医务科 检验科 教务处 总务处 后勤处 安全处 维修班 检修班 人力资源部 质控办 应急管理局 中队 少年宫 机构 供销社 支行 教研室
  镇长 副镇长 乡长 副乡长 县长 副县长 区长 副区长 市长 副市长 村长 行长 馆长 园长 处长 社长 户主 嘎查达 客户 卫健委 卫生健康委 发改委 住建委 农业农村委 副主席 主席 总干事 店员 售货员 保安 保洁员 护林员 护工 快递员 讲解员 宣传员 设计师 工程师 研究员 旅行社 敬老院 养老院 城管 警方
  电视台 徒弟 徒工 技工 质检员 辅导员 施工队 工程队 攻关组 议事厅`
    .trim()
    .split(/\s+/u)
    .toSorted((a, b) => b.length - a.length);
const anyKind = new RegExp(kinds.join('|'), 'gu');
const mostBefore = 3;
const joint = /^.*[的在由和与及是把被让向给为了从到每各有个位名请对]/u;

/** Finds the persons, organisations and roles that a folded clause mentions, in order; the longest where they overlap. */
export function findMentions(clause: string, persons: readonly string[]): readonly Mention[] {
  const named = persons.flatMap((name) =>
    [...clause.matchAll(new RegExp(name, 'gu'))].map(({ index }) => ({
      name,
      kind: '',
      start: index,
      end: index + name.length,
    })),
  );
  const ends = named.map(({ end }) => end);
  const meant = [...clause.matchAll(anyKind)]
    .filter(({ 0: kind, index }) => !(kind === '所' && /^[以谓有]/u.test(clause.slice(index + 1))))
    .map(({ 0: kind, index }) => meantAt(clause, { kind, index, ends }));
  const all = [...named, ...meant].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const largest = all.filter(
    (one) => !all.some((other) => holds(other, one) || isPartOf(one, other)),
  );
  return largest.flatMap((one) => withTitle(one, largest));
}

interface Kind {
  readonly kind: string;
  readonly index: number;
  /** Where the names of persons end. */
  readonly ends: readonly number[];
}

/** A kind with the characters before it that are its own. */
function meantAt(clause: string, { kind, index, ends }: Kind): Mention {
  const from = Math.max(0, index - mostBefore, ...ends.filter((end) => end <= index));
  const before = clause.slice(from, index).replace(joint, '');
  const own = /\p{Script=Han}*$/u.exec(before)?.[0] ?? '';
  return { name: own + kind, kind, start: index - own.length, end: index + kind.length };
}

/** 「凌秀珍书记」, 「书记凌秀珍」: a title beside a name is the person's. */
function withTitle(one: Mention, all: readonly Mention[]): readonly Mention[] {
  const isPerson = (other: Mention) => other.kind === '';
  if (!isPerson(one))
    return all.some(
      (other) => isPerson(other) && (other.start === one.end || isTitleOf(one, other)),
    )
      ? []
      : [one];
  const title = all.find((other) => !isPerson(other) && isTitleOf(other, one));
  return [title === undefined ? one : { ...one, end: title.end }];
}

/** 「党委书记」 behind a name, but not 「告诉记者」. */
function isTitleOf({ name, kind, start }: Mention, { end }: Mention): boolean {
  const own = name.slice(0, -kind.length);
  return start === end && /^(?:副|总|老|党委|党总支|党支部|支部)?$/u.test(own);
}

/** 「云杉街道」 of 「云杉街道桥头社区」. */
function isPartOf(one: Mention, other: Mention): boolean {
  return (
    one.kind !== '' &&
    other.kind !== '' &&
    one.start < other.start &&
    other.start <= one.end &&
    one.end < other.end
  );
}

function holds(outer: Mention, inner: Mention): boolean {
  return (
    outer.start <= inner.start &&
    outer.end >= inner.end &&
    outer.end - outer.start > inner.end - inner.start
  );
}

/** Whether two mentions can mean the same: of one kind, and what stands before it shares a character. */
export function canBeSame(one: Mention, other: Mention): boolean {
  if (one.kind === '' || other.kind === '')
    return one.name.includes(other.name) || other.name.includes(one.name);
  if (actsFor(one, other) || actsFor(other, one)) return true;
  if (!one.kind.endsWith(other.kind) && !other.kind.endsWith(one.kind)) return false;
  const [own, theirs] = [ownPart(one), ownPart(other)];
  if (own.level && theirs.level && own.level !== theirs.level) return false;
  return !own.name || !theirs.name || [...own.name].some((one) => theirs.name.includes(one));
}

/** 「县」 and 「农业农村」 of 「县农业农村局」. */
function ownPart({ name, kind }: Mention): { readonly level: string; readonly name: string } {
  const own = name.slice(0, -kind.length);
  return {
    level: /^(?:街道|[省市县区镇乡])/u.exec(own)?.[0] ?? '',
    name: own.replace(/街道|[省市县区镇乡村第]/gu, ''),
  };
}

/** 「社区党总支」 acts for its 「社区」. */
function actsFor({ name }: Mention, { kind }: Mention): boolean {
  return kind.length > 1 && name.startsWith(kind);
}

/** Whether a text mentions the same: in full, or the kind with the character before it. */
export function isMentioned({ name, kind }: Mention, text: string): boolean {
  if (text.includes(name)) return true;
  return (
    kind !== '' && name.length > kind.length + 1 && text.includes(name.slice(-kind.length - 1))
  );
}

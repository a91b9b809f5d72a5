import { findNamedPlaces } from './find-named-places.ts';
import { findPersons } from './find-persons.ts';

/** Someone or something that can do or say what a sentence tells. */
export interface Actor {
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'role';
}

/** Roles; those of one line may stand for one another. */
const roles: readonly (readonly string[])[] = [
  '居民 群众 住户 业主 街坊 邻居 邻里 百姓 大家 市民 村民 乡亲 牧民 农户 人们 大伙 户 老乡 人家 社员 职工 乘客 游客',
  '老人 老年人 高龄 长者 爷爷 奶奶 大爷 大妈 老太 老年 独居',
  '民警 警察 交警 公安 警官 特巡警 警方 派出所',
  '医生 大夫 医务 医护 护士 卫生 医院 医疗 村医',
  '教师 老师 教员 校长 学校 讲师 教授',
  '学生 孩子 儿童 青少年 少年 同学 学员 小朋友 娃',
  '志愿者 义工 志愿 红马甲 小分队 服务队',
  '网格员 网格长 网格',
  '楼栋长 楼长 楼门长 单元长 楼院长',
  '专家 学者 教授 研究 研究员',
  '律师 法律 法官 司法',
  '社工 社会工作',
  '记者 本报 报社 媒体',
  '商户 店主 老板 商家 店铺 门店 商铺',
  '保安 物业',
  '骑手 外卖 快递 小哥',
  '农技员 技术员 技术 农技',
  '同事 工友 同行',
  '家属 子女 孩子 女儿 儿子 家人 家里人 亲属 家里 儿女 亲人 家长 父母',
  '残疾人 残疾 残障',
  '司机 驾驶员 乘务 公交',
  '工人 职工 师傅 管道工 员工 企业',
  '干警 法官 检察官 民警 检察院 法院',
  '退役军人 老兵 军人 部队',
  '大学生 学生 高校 大学',
  '企业家 企业 公司 厂',
].map((line) => line.split(' '));

const roleWords = [...new Set(roles.flat())].filter((word) => word.length >= 2);
/** Roles by which a deed is given to someone: the first two of a line at most stand for people alone. */
const people = [
  ...new Set(
    '同事 家里人 家人 家长 农户 研究员 社员 理事长 村医 管道工 干警 法官 检察官 护林员 保洁员 驾驶员 乘客 游客 工人 职工 经理 居民 群众 业主 市民 村民 牧民 民警 交警 医生 护士 教师 老师 学生 志愿者 网格员 网格长 楼栋长 单元长 专家 律师 社工 记者 商户 保安 骑手 农技员 技术员 家属 子女 司机 退役军人 党员 书记 主任 干部 调解员 企业家 大学生 老党员 村干部 社区干部 党支部 街道 社区 村委会 物业公司'.split(
      ' ',
    ),
  ),
].toSorted((a, b) => b.length - a.length);

/** Roles of a folded text, longest first at each place. */
export function findRoles(text: string): readonly string[] {
  let rest = text.replace(/家属于/gu, '家＿于');
  return people.filter((role) => {
    if (!rest.includes(role)) return false;
    rest = rest.replaceAll(role, '＿');
    return true;
  });
}

/** Whether a text tells of a role or of one that may stand for it. */
export function tellsRole(text: string, role: string): boolean {
  if (text.includes(role)) return true;
  const lines = roles.filter((line) => line.includes(role));
  if (lines.length === 0) return !roleWords.includes(role) && isWide(role, text);
  return lines.some((line) => line.some((word) => text.includes(word)));
}

// Party members, secretaries and cadres are told of in many words.
function isWide(role: string, text: string): boolean {
  const wide: Readonly<Record<string, RegExp>> = {
    党员: /党/u,
    老党员: /党员/u,
    书记: /书记|党/u,
    主任: /主任/u,
    干部: /干部|书记|主任|工作人员|党员|领导|局长/u,
    村干部: /村|干部/u,
    社区干部: /社区|干部/u,
    调解员: /调解/u,
    党支部: /支部|党/u,
    街道: /街道/u,
    社区: /社区|居委会|小区/u,
    村委会: /村/u,
  };
  return wide[role]?.test(text) ?? false;
}

/** The actors a folded text names, each once. */
export function findActors(text: string): readonly Actor[] {
  return [
    ...[...new Set(findPersons(text))].map((name) => ({ name, kind: 'person' as const })),
    ...[...new Set(findNamedPlaces(text).map(({ name }) => name))].map((name) => ({
      name,
      kind: 'organisation' as const,
    })),
    ...findRoles(text).map((name) => ({ name, kind: 'role' as const })),
  ];
}

/** Whether two names can mean the same: one is a part of the other. */
export function isSameActor(a: Actor, b: Actor): boolean {
  return a.name.includes(b.name) || b.name.includes(a.name);
}

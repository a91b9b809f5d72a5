/**
 * Measure words that may stand for one another. Two words that share no group count different things:
 * 204户 is not 204人, 6万元 not 6元.
 */
const groups: readonly ReadonlySet<string>[] = [
  '人 名 位 口 个 员',
  '人 票',
  '户 家庭 个家庭 户家庭',
  '户 家',
  '家 个 所 间 处 座 栋 幢 座 站 点',
  '次 场 期 堂 节 轮 回 趟 批 场次 届 个 项 遍',
  '班 趟 班次 车次',
  '个 项 件 条 种 类 款 份 只 台 辆 支 部 套 本 册 篇 张 面 块 门 片 道 起 宗 桩 例 点 方面 大 对 组 队 幅 封 段 句 首 枚 盏 棵 株 把 根 顶 家 处 座 栋 幢 间 所 样 项目 对策 单 则 部分 批 步 级 环节 字 声 颗 重',
  '层 级 重 道 步 方面 环节',
  '元 块 块钱 圆 人民币',
  '公里 千米 km',
  '米 m 公尺',
  '平方米 平米 ㎡ 平方 平',
  '公斤 千克 kg',
  '小时 钟头 个小时 个钟头 h',
  '分钟 分',
  '秒 秒钟',
  '次 笔 度',
  '天 日',
  '个晚上 个夜晚',
  '月 个月',
  '年 周年 载 年度 个年头',
  '周 星期 个星期 礼拜',
  '岁 周岁',
  '度 ℃ 摄氏度',
  '% 百分点 个百分点',
].map((line) => new Set(line.split(' ')));

/** Whether two measure words can count the same thing; a word left out can stand for any. */
export function countAlike(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  return groups.some((group) => group.has(a) && group.has(b));
}

/** Measures that are never left out or taken for another one. */
const strict = /元|公里|千米|米|亩|公顷|斤|克|吨|小时|分钟|天|月|年|周|岁|度|%|人次|户/u;

/** Whether a text that leaves a measure word out may mean the one the source has. */
export function canBeLeftOut(unit: string | null): boolean {
  return unit === null || !strict.test(unit);
}

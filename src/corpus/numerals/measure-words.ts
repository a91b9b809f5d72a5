const classifiers =
  '个 名 位 户 人 家 次 项 条 件 份 张 块 台 套 座 栋 幢 间 所 处 场 期 批 支 轮 片 面 本 册 篇 首 部 辆 艘 架 只 ' +
  '头 匹 口 棵 株 例 宗 起 桩 班 集 页 字 行 节 堂 步 段 遍 趟 回 代 届 级 层 类 种 倍 站 道 门 组 队 员 颗 把 盏 ' +
  '杯 桌 席 餐 顿 封 枚 股 笔 单 票 团 圈 群 列 串 束 堆 盆 瓶 袋 箱 盒 包 枝 句 声 大 岁 周岁 人次 户次 车次 场次 ' +
  '例次 件次 余 周 度 档 款 幅 束 床 具 根 副 双 对 尊 帧 则 笼 锅 碗 车 船 村 县 市 省 校 店 院 ' +
  '个百分点 百分点 网格 小区 社区 街道 支部 折 等奖';

const measures =
  '元 角 美元 港元 欧元 亩 公顷 平方公里 平方千米 平方米 平方分米 平方厘米 平方毫米 立方米 立方厘米 平米 平方 公里 千米 米 厘米 毫米 尺 里 吨 公斤 千克 克 斤 两 ' +
  '升 毫升 千瓦时 千瓦 兆瓦 瓦 度电 摄氏度 ℃ ㎡ km kg cm mm kWh kW MW GB MB';

const spans =
  '年 个年头 个月 月 日 天 昼夜 个晚上 个夜晚 小时 个小时 分钟 秒 秒钟 周 个星期 星期 季度 个季度 世纪 学年 学期 分 刻钟';

/** The words that may follow a number and say what it measures, longest first. */
export const measureWords: readonly string[] = [
  ...new Set([classifiers, measures, spans].flatMap((words) => words.split(' '))),
].toSorted((a, b) => b.length - a.length);

/** Verbs and qualities that say nearly the same, a group a line: one may stand for another. */
const groups: readonly (readonly string[])[] = `
  说 讲 表示 介绍 认为 坦言 承认 感叹 感慨 指出 直言 回忆 觉得 看来 提到 强调 透露 称 解释 告诉 谈到 笑着说 道
  协商 商量 商议 议 讨论 研究 会商 商谈
  缴费 交钱 付费 缴纳 交费 付钱 掏钱 花钱 出钱
  交 缴 付 掏 花 出 拿 给
  出 出钱 出资 承担 负担 支付 列支 拨付 付 掏 掏钱
  给 送 交 发 递 捐 赠 赠送 捐赠 捐出 送的 捐给 送给
  开庭 审案 审理 审判 断案
  吃药 服药 用药 / 吃饭 用餐 就餐 用饭
  打头阵 先行 带头 率先 领头 牵头 领办 打头 挑头
  坐班 值守 值班 轮值 坐镇 守着 看守 看管 值勤
  看 瞧 瞅 望 看见 看到 瞧见 发现 察觉 留意到 注意到
  光看 只看 只数 光数 单看
  办 搞 做 干 开展 举办 开办 办起 搞起 兴办 创办 建 建起 设 设立 成立 开设 搭起 搭建
  改 改成 改造 改造成 改建 变成 变为 换成 改为 改做 转为 转向 转做
  提出 推出 实行 施行 推行 启动 开始 试行 推动
  推广 推开 铺开 推行 推到 普及
  用 使用 采用 动用 利用 借用
  修 修理 维修 修缮 修好 整修
  装 安 安装 装上 安上 配 配上 加装 装好
  贴 张贴 贴出 挂 挂出 张挂
  找 请 聘 聘请 邀请 请来 找来 外聘
  带 领 带领 带着 领着 率领
  帮 帮助 帮忙 帮着 协助 替
  送 接送 护送 送到 送去 运 运送 拉 拉到 配送
  去 到 前往 赶到 赶往 上 进 来到 跑 赴
  搬 迁 搬到 迁到 移到 挪到 搬进 迁进 挪进
  住 居住 住在 家住 入住
  建成 完工 竣工 修好 盖好 落成
  动工 开工 开建 施工
  关 关闭 关掉 关门 歇业 停业
  开 打开 开门 开放 开张 营业
  停 停止 中断 暂停 停掉 停下 取消 撤 撤掉 撤销
  取消 免 免掉 免去 免收 减免
  查 检查 巡查 排查 查看 查验 核查 抽查
  收 收取 收到 接到 收下 接收 征集 收集
  登记 记下 写下 记录 记 填写 录入
  选 推选 选出 挑 挑选 选举 推举 评选 评出
  当 担任 出任 兼任 做 当上 任
  负责 管 管理 掌管 照管 承担 打理 经营 运营
  报名 申请 要求 提出 递交
  同意 答应 点头 赞成 愿意 肯 支持 接受
  反对 不同意 不赞成 不答应 不肯 不愿 拒绝 抵触 推辞
  不愿 不肯 不想 不乐意
  担心 怕 害怕 顾虑 发愁 忧虑 唯恐
  盼 盼望 盼着 期待 希望 想 打算 计划 准备 拟 预备
  知道 晓得 明白 清楚 了解 懂得
  学 学习 学会 掌握 练 练习 会
  教 教授 传授 讲授 培训 辅导 教会
  讲课 授课 上课 讲 主讲 宣讲
  种 栽 种植 栽种 种上
  养 饲养 喂养 养殖
  卖 出售 销售 售卖 销 卖给 直销
  买 购 购买 采购 购置 买来 添置 买进
  赚 挣 赚钱 挣钱 增收 收入 进账
  省 节省 节约 省下 省出 节约下
  增加 增长 增多 上升 多了 涨 涨到 提高 提升 升到 升至 增至 增加到 提高到
  减少 下降 降低 少了 降 降到 降至 减到 减至 下降到 缩短 缩短到
  达到 有 达 为 共 共有 一共 总共 合计 超过
  超过 多 逾 超 突破 高于
  扩大 扩建 扩 增扩
  解决 办结 办好 化解 处理 办完 搞定 了结 处置
  调解 调处 劝解 说和 调停
  打官司 诉讼 起诉 官司
  吵 争 吵架 争吵 闹 争执
  救 抢救 救助 营救 救出 救援 搭救
  摔倒 跌倒 摔跤 摔伤 跌伤
  生病 患病 得病 病了
  看病 就医 就诊 求医
  没空 没时间 忙 腾不出空 抽不开身
  休息 歇脚 歇 歇歇 歇息
  聊天 聊 谈 谈心 唠 说话 交谈
  开会 碰头 开碰头会 聚 碰面
  串门 走访 上门 登门 入户 探望 看望
  关心 惦记 惦念 挂念 挂念着 牵挂 想着
  奖励 奖 表彰 嘉奖 表扬
  罚 罚款 处罚 惩罚
  公开 公示 公布 亮出 晒 晒出 贴出 公告
  监督 盯着 盯 看着 督促
  投票 表决 票决 举手
  签 签订 签字 签下 签约 签署
  归还 还 退 退还 退回 返还
  借 租 租用 租借 借来 租来
  腾 让 让出 腾出 空出
  闲置 空着 空置 没人用 荒着 空闲
  免费 不要钱 不收钱 不收费 分文不取 分文未取 不花钱 无偿 白 义务
  方便 便利 便捷 省事 省心
  困难 难 难处 麻烦 不便 不易
  最远 最偏 偏远 远 最偏远
  干净 整洁 清爽
  旧 老 老旧 破旧 破
  便宜 低 实惠 划算
  多数 大多 大多数 多半 大部分 大半 绝大多数
  全部 都 全 全都 统统 全数 悉数 均 一律
  原来 以前 过去 从前 早先 原先 先前 此前 当初 起初 最初 开始 一开始 刚开始 起先
  如今 现在 眼下 目前 当下 今 现 今天
  后来 之后 随后 接着 此后 往后 今后 以后
  马上 立即 立刻 当即 当场 随即
  常常 经常 往往 时常 总 总是 老是 一直
  常年 长年 长期 一年到头
  首位 第一位 头一位 第一 头名 榜首 第一名 首名
  挨家挨户 一户一户 逐户 家家户户
  里头 里面 内侧 里 内部 内
  胳膊 手臂 臂 / 学生 学员 / 父亲 爸爸 我爸 爹 / 母亲 妈妈 我妈 娘
  消除 没有了 不存在 清除 绝迹 消失 清零
  恢复 重新 重开 复 重启
  接送 接 送 捎 捎带
  住院 治疗 医治 治
  作用 用处 用途 用场
  同行 一起 一道 一同 一块 共同 一块儿 携手 联合
  挑 选 拣 挑选
  丢 扔 抛 丢弃 扔掉
  劝 劝说 说服 做工作 动员
  编 编写 编成 汇编 合编
  规定 要求 定 定下 明确 约定 讲明
  说清楚 讲明白 讲清楚 说明白
  亏 亏损 亏本 赔 赔钱 赔本
  垫 垫付 垫上 先垫
  守 守护 看护 照看 照料 照顾 护理 陪护
  烧 过火 烧毁 烧掉
  灭 扑灭 熄灭 扑救
  没人 无人 没有人 谁也不 没谁
  没 没有 未 从没 从未
  拿 领 领取 拿到 领到
  带 牵 领
  选课 点课
  完了 好了 完 好
  不收钱 分文不取 分文不收 分文未取 不要钱 免费
  颤 抖 发颤 发抖 颤抖
  挨家挨户 一户一户 挨家 挨户 逐户 一家一家
  家长 父亲 母亲 爸爸 妈妈 爷爷 奶奶
  一样 相同 同样 照样 一个样`
  .trim()
  .split(/[\n/]/u)
  .map((line) => line.trim().split(/\s+/u));

// The groups a word stands in, by their place.
const placesOf = new Map<string, number[]>();
for (const [place, group] of groups.entries())
  for (const word of group) placesOf.set(word, [...(placesOf.get(word) ?? []), place]);
const longest = Math.max(...[...placesOf.keys()].map((word) => word.length));

/** Whether a word of one run of characters says nearly the same as one of the other. */
export function sayTheSame(one: string, other: string): boolean {
  const own = groupsOf(one);
  if (own.size === 0) return false;
  for (const place of groupsOf(other)) if (own.has(place)) return true;
  return false;
}

/** The groups of the words that make up at least half of a run. */
function groupsOf(run: string): ReadonlySet<number> {
  const found = new Set<number>();
  const shortest = Math.max(1, Math.ceil(run.length / 2));
  for (let length = shortest; length <= Math.min(longest, run.length); length += 1)
    for (let at = 0; at + length <= run.length; at += 1)
      for (const place of placesOf.get(run.slice(at, at + length)) ?? []) found.add(place);
  return found;
}

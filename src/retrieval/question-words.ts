/** Words of a question that say how it is asked and not what about; as Intl.Segmenter cuts folded text. */
export const questionWords: ReadonlySet<string> = new Set(
  `的 了 着 过 得 地 之 吗 呢 吧 啊 呀 嘛 么 哦 呗 啦 哪 谁 何 几 多少 几个 几 什么 怎么 怎样 怎么样 怎么办 怎么着 如何
  为什么 为何 为啥 啥 咋 咋样 咋办 哪里 哪儿 哪个 哪些 哪位 哪家 哪一 哪种 哪年 何时 何地 何人 多久 多长 多大 多高 多远
  是 是不是 是否 有没有 有 没有 在 和 与 及 或 或者 以及 跟 同 对 对于 关于 把 被 由 从 向 往 到 给 让 用 以 于 为 因 因为 由于
  这 那 这个 那个 这些 那些 这里 那里 这样 那样 它 他 她 它们 他们 她们 我 你 您 我们 你们 咱们 自己 其 该 此
  也 都 还 又 再 就 才 很 太 更 最 非常 比较 只 不 别 要 想 会 能 可以 能够 应该 请 请问 请教 问 问一下 一下 告诉 知道 想知道 了解 介绍
  说 说说 谈谈 讲 讲讲 帮 帮我 找 找找 查 查查 看 看看 吧 一些 一个 个 些 种 件 位 名 被称 称为 叫 叫做 属于 等 等等 中 里 上 下 时 时候`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

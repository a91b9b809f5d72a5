import { Composer, type Context } from 'grammy';
import { bold, line, paragraph } from '../render/block.ts';
import { renderMessages } from '../render/message.ts';
import { sendMessages } from '../send-messages.ts';

/** /help: how to ask, and what the commands do. */
export function helpComposer(): Composer<Context> {
  const composer = new Composer<Context>();
  composer.command('help', (ctx) => sendMessages(ctx, renderMessages(help)));
  return composer;
}

const help = [
  paragraph(bold('怎么问')),
  line(
    '直接打字，像跟同事说话一样：“老旧小区停车难，别处怎么解决的？”接着可以追问：“第二个具体怎么做的？”',
  ),
  line(
    '想缩小范围，直接说：“只看农村的”“呼和浩特的”“去年以后的”。回答下面会列出这些条件，点一下就去掉。',
  ),
  line('在群里请 @我、回复我，或用 /ask 加上问题。'),
  paragraph(bold('怎么看')),
  line(
    '句末的 [1][2] 是出处编号。点下面的编号按钮，看原文段落，再点“看全文”读整篇。“改写”表示文字由茶座重写，事实和数字照原报道。',
  ),
  line('点“对比”，把一条回答里的几家做法逐项放在一起看。'),
  line('资料里没有的，我会直说没有找到。'),
  paragraph(bold('命令')),
  line('/ask 提问　/new 换个话题，从头开始　/cancel 停止正在准备的回答'),
  line('/me 我的单位，同类单位的做法排在前面　/themes 按主题看文章　/orgs 按单位类型看文章'),
  line('/digest 订阅每日一读：每天三到五条做法'),
  line('/privacy 我们记下了什么　/export 导出　/forget 全部删除　/help 看这份说明'),
  line(
    '管理员：/invite 邀请成员　/members 成员名单，改身份、移出　/admit 开通所在的群　/status 运行情况',
  ),
];

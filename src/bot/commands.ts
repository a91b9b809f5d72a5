import type { BotCommand } from 'grammy/types';

/** The menu of commands as Telegram shows it. */
export const botCommands: readonly BotCommand[] = [
  { command: 'start', description: '认识茶座，试试三个例子' },
  { command: 'ask', description: '提问，例如：/ask 社区养老怎么做' },
  { command: 'me', description: '我的单位：同类单位的做法排在前面' },
  { command: 'themes', description: '按主题看文章' },
  { command: 'orgs', description: '按单位类型看文章' },
  { command: 'digest', description: '订阅每日一读' },
  { command: 'new', description: '换个话题，从头开始' },
  { command: 'cancel', description: '停止正在准备的回答' },
  { command: 'help', description: '怎么问，怎么看出处' },
  { command: 'privacy', description: '我们记下了什么' },
  { command: 'export', description: '导出关于我的全部记录' },
  { command: 'forget', description: '删除关于我的全部记录' },
];

import { Composer, type Context } from 'grammy';
import { bold, italic, paragraph } from '../render/block.ts';
import { button, renderMessages } from '../render/message.ts';
import { answerPress, sendMessages } from '../send-messages.ts';
import type { AnswerReader } from './answer-reader.ts';
import { onButton } from './on-button.ts';

/** Questions the starter corpus answers; a button names one by its place here, so new ones go to the end. */
export const exampleQuestions = [
  '社区怎么做好养老服务？',
  '怎么让外卖骑手、快递员参与基层治理？',
  '街道是怎么划分网格、建网格党支部的？',
] as const;

/** /start: what this is, with three questions to try. */
export function startComposer(answerReader: AnswerReader): Composer<Context> {
  const composer = new Composer<Context>();
  composer.command('start', (ctx) => sendMessages(ctx, renderMessages(welcome, exampleButtons)));
  onButton(composer, 'ask-example', async (ctx, { index }) => {
    const question = exampleQuestions[index - 1];
    if (question === undefined) return answerPress(ctx, '这个例子已经换掉了，请直接提问。');
    await answerPress(ctx);
    await sendMessages(ctx, renderMessages([paragraph(italic(`问：${question}`))]));
    await answerReader(ctx, question);
  });
  return composer;
}

const welcome = [
  paragraph(bold('欢迎来茶座坐坐')),
  paragraph(
    '遇到工作上的难题，想知道别的支部、社区是怎么做的？用平常的话问我就行。我从报纸文章里找答案，每句话都注明出处，点一下就能看到原文段落。',
  ),
  paragraph('可以先试试：'),
];

const exampleButtons = exampleQuestions.map((question, index) => [
  button(question, { does: 'ask-example', index: index + 1 }),
]);

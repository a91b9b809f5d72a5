import { Composer, type Context } from 'grammy';
import type { AnswerReader } from './answer-reader.ts';
import { questionIn, quotedQuestion } from './question-in.ts';

const missingQuestion = '请把问题写在同一条消息里，例如：/ask 社区养老服务怎么做？';

/** Questions: any text in a private chat; in groups /ask, a mention or a reply. */
export function askComposer(answerReader: AnswerReader): Composer<Context> {
  const composer = new Composer<Context>();
  const answerOrAsk = async (ctx: Context, question: string) => {
    if (question === '') await ctx.reply(missingQuestion);
    else await answerReader(ctx, question);
  };
  composer.command('ask', async (ctx) => {
    await answerOrAsk(ctx, ctx.match.trim() || quotedQuestion(ctx));
  });
  composer.on('message:text', async (ctx, next) => {
    const question = questionIn(ctx);
    if (question === undefined) await next();
    else await answerOrAsk(ctx, question);
  });
  return composer;
}

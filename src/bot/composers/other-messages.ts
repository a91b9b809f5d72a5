import { Composer, type Context } from 'grammy';
import { answerPress } from '../send-messages.ts';

/** What is not a text: a short word in private chats, silence in groups and channels. */
export function otherMessagesComposer(): Composer<Context> {
  const composer = new Composer<Context>();
  const privately = composer.chatType('private');
  const reply = (words: string) => async (ctx: Context) => {
    await ctx.reply(words);
  };
  privately.on(
    ['message:voice', 'message:audio', 'message:video_note', 'message:video'],
    reply('我还听不了语音、看不了视频，请把问题打成文字发给我。'),
  );
  privately.on('message:photo', reply('我还看不懂照片，请把想问的打成文字发给我。'));
  // An animation comes with a document of the same file.
  privately.on(
    ['message:sticker', 'message:animation', 'message:dice'],
    reply('收到啦。想了解什么做法，直接打字问我就行。'),
  );
  privately.on('message:document', reply('暂不支持接收文件。想问什么，请直接打字发给我。'));
  privately.on(
    ['message:location', 'message:venue', 'message:contact', 'message:poll'],
    reply('这个我用不上。想了解什么做法，请用一句话打字问我。'),
  );
  privately.on(
    'edited_message:text',
    reply('看到您改了问题。要我重新回答，请把改好的问题再发一次。'),
  );
  composer.on('callback_query', (ctx) => answerPress(ctx, '这个按钮已经失效，请重新提问。'));
  return composer;
}

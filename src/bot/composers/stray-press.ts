import { Composer, type Context } from 'grammy';
import { answerPress } from '../send-messages.ts';

/** Presses without a chat, as on messages sent inline and on games: none of ours, but the button must not wait on. */
export function strayPressComposer(): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on('callback_query', (ctx) =>
    answerPress(ctx, '这个按钮不是茶座的，请直接给我发消息提问。'),
  );
  return composer;
}

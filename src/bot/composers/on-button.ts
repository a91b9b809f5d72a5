import type { Composer, Context } from 'grammy';
import type { KeptAnswer } from '../../exchange/answers.ts';
import type { Exchange } from '../../exchange/create-exchange.ts';
import { isFor, placeOf } from '../place-of.ts';
import type { ButtonData } from '../render/button-data.ts';
import { readButtonData } from '../render/read-button-data.ts';
import { answerPress } from '../send-messages.ts';

// One part of the union may stand for several buttons, which Extract would leave out.
type DataOf<Does extends ButtonData['does'], Data = ButtonData> = Data extends {
  readonly does: infer Some;
}
  ? Does extends Some
    ? Data & { readonly does: Does }
    : never
  : never;

/** Handles presses of one kind of button; all others are left to the next composer. */
export function onButton<Does extends ButtonData['does']>(
  composer: Composer<Context>,
  does: Does,
  handle: (ctx: Context, data: DataOf<Does>) => Promise<void>,
): void {
  composer.on('callback_query:data', async (ctx, next) => {
    const data = readButtonData(ctx.callbackQuery.data);
    if (data !== undefined && isOfKind(data, does)) await handle(ctx, data);
    else await next();
  });
}

/** The answer a button belongs to, when it was made for who pressed it; else says so and gives undefined. */
export async function findOwnAnswer(
  ctx: Context,
  { answers }: Exchange,
  answerId: string,
): Promise<KeptAnswer | undefined> {
  const place = placeOf(ctx);
  const kept = await answers.find(answerId);
  const whose = kept && place ? isFor(kept, place) : 'other-chat';
  if (whose === 'yes') return kept;
  const notice =
    whose === 'other-reader'
      ? '这是另一位读者的提问。想看的话，请自己问我一次。'
      : '这条回答已经不在了，请重新提问。';
  await answerPress(ctx, notice);
  return undefined;
}

function isOfKind<Does extends ButtonData['does']>(
  data: ButtonData,
  does: Does,
): data is DataOf<Does> {
  return data.does === does;
}

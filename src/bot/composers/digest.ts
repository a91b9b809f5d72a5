import { Composer, type Context } from 'grammy';
import type { SubscriptionChange } from '../../exchange/digest/subscriptions.ts';
import { rhythms } from '../../exchange/state/digest-tables.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import type { DigestAct } from '../render/button-steps.ts';
import { headlineOf, renderDigest } from '../render/digest.ts';
import { type Keyboard, type Message, shorten } from '../render/message.ts';
import { readButtonData } from '../render/read-button-data.ts';
import {
  renderChoices,
  renderRhythms,
  renderSettings,
  renderTimes,
  timesOffered,
} from '../render/subscription.ts';
import { answerPress, replaceKeyboard, replaceMessage, sendMessages } from '../send-messages.ts';
import { showTyping } from '../show-typing.ts';
import type { AnswerReader } from './answer-reader.ts';
import { onButton } from './on-button.ts';

// Characters of a title, or of a sentence where none is printed, that a question names its article by.
const topicLength = 40;
const nothingLeft = '资料库里的文章都给您看过了，有新文章时再送来。';
const left = '好，不再送了。想看的时候，发 /digest 就能再订。';

/** /digest and its buttons: subscribe, choose, pause, see today's, leave. */
export function digestComposer(
  dependencies: BotDependencies,
  answerReader: AnswerReader,
): Composer<Context> {
  const { digests } = dependencies;
  const composer = new Composer<Context>();
  composer.command('digest', async (ctx) => {
    const zone = ctx.match.trim();
    if (zone !== '') return setZone(ctx, zone, dependencies);
    await sendMessages(ctx, [await settingsOf(ctx.chatId, dependencies)]);
  });
  onButton(composer, 'digest', async (ctx, data) => {
    if (ctx.chatId === undefined) return answerPress(ctx);
    await press(ctx, { ...data, chatId: ctx.chatId }, dependencies);
  });
  onButton(composer, 'ask-digest', async (ctx, { contentId, n }) => {
    const item = (await digests.contents.find(contentId))?.items[n - 1];
    if (item === undefined) return answerPress(ctx, '这一条已经不在了，请直接提问。');
    await answerPress(ctx);
    const topic = item.title ?? item.sentences[0] ?? headlineOf(item);
    const question = `${item.organisation ?? ''}“${shorten(topic, topicLength)}”具体是怎么做的？`;
    await answerReader(ctx, question);
  });
  return composer;
}

interface Press extends DigestAct {
  readonly chatId: number;
}

async function press(ctx: Context, data: Press, dependencies: BotDependencies): Promise<void> {
  const { digests } = dependencies;
  const { act, value, chatId } = data;
  if (act === 'preview') return preview(ctx, chatId, dependencies);
  if (act === 'leave') {
    await digests.subscriptions.cancel(chatId);
    await answerPress(ctx, left);
    return showLeft(ctx, chatId, dependencies);
  }
  if (act === 'again') {
    await digests.outbox.sendAgain(chatId, value);
    dependencies.wakeDigests();
    await answerPress(ctx, '好，马上再发一次。');
  } else {
    const change = await changeOf(data, dependencies);
    if (change !== undefined) await digests.subscriptions.change(chatId, change);
    await answerPress(ctx);
  }
  await replaceMessage(ctx, await viewAfter(data, dependencies));
}

/** A digest keeps what it tells, without the buttons of the subscription; the settings become the offer again. */
async function showLeft(
  ctx: Context,
  chatId: number,
  dependencies: BotDependencies,
): Promise<void> {
  const rows = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard;
  // An old message Telegram does not show any more.
  if (rows === undefined) return;
  const buttons = rows.map((row) => row.filter((one) => 'callback_data' in one));
  const stepsOf = (row: Keyboard[number]) =>
    row.map((one) => readButtonData(one.callback_data)?.does);
  const ofItems = buttons.filter((row) => stepsOf(row).includes('ask-digest'));
  if (ofItems.length > 0) await replaceKeyboard(ctx, ofItems);
  else await replaceMessage(ctx, await settingsOf(chatId, dependencies));
}

/** What a press changes; undefined when it only looks. */
async function changeOf(
  { act, value, drops, chatId }: Press,
  { digests }: BotDependencies,
): Promise<SubscriptionChange | undefined> {
  if (act === 'subscribe' || act === 'resume') return { isPaused: false };
  const subscription = await digests.subscriptions.find(chatId);
  // A button of a message from before the chat has left.
  if (subscription === undefined) return undefined;
  if (act === 'pause') return { isPaused: true };
  if (value === '') return undefined;
  if (act === 'theme') return { themes: choose(subscription.themes, { value, drops }) };
  if (act === 'org-type') return { orgTypes: choose(subscription.orgTypes, { value, drops }) };
  const rhythm = rhythms.find((each) => act === 'rhythm' && each === value);
  if (rhythm !== undefined) return { rhythm };
  const minute = timesOffered.find((each) => act === 'time' && String(each) === value);
  return minute === undefined ? undefined : { minute };
}

async function viewAfter(
  { act, value, page, chatId }: Press,
  dependencies: BotDependencies,
): Promise<Message> {
  const { digests } = dependencies;
  const subscription = await digests.subscriptions.find(chatId);
  if (subscription === undefined) return settingsOf(chatId, dependencies);
  if (act === 'theme' || act === 'org-type') {
    return renderChoices(act, { subscription, choices: await digests.choices(), page });
  }
  if (act === 'time' && value === '') return renderTimes(subscription);
  if (act === 'rhythm' && value === '') return renderRhythms(subscription);
  return settingsOf(chatId, dependencies);
}

async function settingsOf(
  chatId: number,
  { digests, timeZone }: BotDependencies,
): Promise<Message> {
  return renderSettings({
    subscription: await digests.subscriptions.find(chatId),
    timeZone,
    unknownDays: await digests.outbox.unknownDays(chatId),
  });
}

async function preview(
  ctx: Context,
  chatId: number,
  { digests, log }: BotDependencies,
): Promise<void> {
  // A model may be asked for the opening.
  const content = await showTyping(ctx, log, digests.preview(chatId));
  await answerPress(ctx, content === undefined ? nothingLeft : undefined);
  if (content === undefined) return;
  const contentId = await digests.contents.keep(content);
  const isSubscribed = (await digests.subscriptions.find(chatId)) !== undefined;
  await sendMessages(ctx, [renderDigest({ contentId, content, isSubscribed })]);
}

async function setZone(ctx: Context, zone: string, dependencies: BotDependencies): Promise<void> {
  const { chatId } = ctx;
  if (chatId === undefined) return;
  if (!isZone(zone)) {
    await ctx.reply('不认识这个时区，请写成 Asia/Shanghai、Asia/Urumqi 这样的名字。');
    return;
  }
  await dependencies.digests.subscriptions.change(chatId, { zone });
  await sendMessages(ctx, [await settingsOf(chatId, dependencies)]);
}

function isZone(name: string): boolean {
  return name === 'Asia/Urumqi' || Intl.supportedValuesOf('timeZone').includes(name);
}

function choose(
  list: readonly string[],
  { value, drops }: Pick<DigestAct, 'value' | 'drops'>,
): readonly string[] {
  const others = list.filter((each) => each !== value);
  return drops ? others : [...others, value];
}

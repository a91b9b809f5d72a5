import { z } from 'zod';
import { writeButtonData } from '../../src/bot/render/button-data.ts';
import { readButtonData } from '../../src/bot/render/read-button-data.ts';
import { type messageUpdate, pressUpdate, type TelegramCall } from './telegram-server.ts';

export type Delivered = ReturnType<typeof messageUpdate>;

/** A press of the button below the notice about an update. */
export function pressOf(asked: Delivered | undefined, updateId: number) {
  const data = writeButtonData({ does: 'redo', updateId });
  return pressUpdate(pressIds + updateId, { data, by: asked?.message.from.id ?? 0 });
}

// Beyond all ids of questions.
const pressIds = 2_000_000_000;

interface Heard {
  readonly chatId: number;
  readonly question: string;
}

const markupSchema = z.object({
  inline_keyboard: z.array(z.array(z.object({ callback_data: z.string() }))),
});

/** What the bot has sent, read on from call to call: answers, and notices of doubt, by the updates they are about. */
export function openLedger(calls: readonly TelegramCall[]) {
  const answers: Heard[] = [];
  const doubts: number[] = [];
  let read = 0;
  const readCall = ({ method, payload }: TelegramCall) => {
    if (method !== 'sendMessage') return;
    const { chat_id: chatId, text, reply_markup: markup } = payload;
    const question = /问题\d{5}/.exec(String(text))?.[0];
    if (question !== undefined) answers.push({ chatId: Number(chatId), question });
    const rows = markupSchema.safeParse(markup).data?.inline_keyboard ?? [];
    for (const { callback_data: data } of rows.flat()) {
      const pressed = readButtonData(data);
      if (pressed?.does === 'redo') doubts.push(pressed.updateId);
    }
  };
  return {
    answers,
    doubts,
    /** The answers that have come since. */
    readOn() {
      const before = answers.length;
      for (const call of calls.slice(read)) readCall(call);
      read = calls.length;
      return answers.slice(before);
    },
  };
}

/** What is wrong with the answers, those asked for again left out of their order. */
export function judge(answers: readonly Heard[], askedAgain: ReadonlySet<string>) {
  const byQuestion = Map.groupBy(answers, ({ question }) => question);
  const inTheirTurn = answers.filter(({ question }) => !askedAgain.has(question));
  const byChat = Map.groupBy(inTheirTurn, ({ chatId }) => chatId);
  const isDisordered = (chatId: number) => {
    const questions = byChat.get(chatId)?.map(({ question }) => question) ?? [];
    return questions.toSorted().some((question, index) => question !== questions[index]);
  };
  return {
    answered: byQuestion.size,
    twice: [...byQuestion].filter(([, given]) => given.length > 1).map(([question]) => question),
    disordered: [...byChat.keys()].filter(isDisordered),
  };
}

import type { InlineKeyboardButton } from 'grammy/types';
import type { Block } from './block.ts';
import { type ButtonData, writeButtonData } from './button-data.ts';
import { toHtml } from './html.ts';
import { splitMessage } from './split-message.ts';

/** One message of parse mode HTML, with rows of buttons below it. */
export interface Message {
  readonly html: string;
  readonly keyboard: Keyboard;
}

export type Keyboard = readonly (readonly InlineKeyboardButton.CallbackButton[])[];

/** Renders blocks as as many messages as they need, the buttons below the last one. */
export function renderMessages(
  blocks: readonly Block[],
  keyboard: Keyboard = [],
): readonly Message[] {
  const parts = splitMessage(blocks);
  return parts.map((part, index) => ({
    html: toHtml(part),
    keyboard: index === parts.length - 1 ? keyboard : [],
  }));
}

/** Renders blocks that are sure to fit as one message. */
export function renderMessage(blocks: readonly Block[], keyboard: Keyboard): Message {
  const [message] = renderMessages(blocks);
  return { html: message?.html ?? '', keyboard };
}

export function button(text: string, data: ButtonData): InlineKeyboardButton.CallbackButton {
  return { text, callback_data: writeButtonData(data) };
}

/** The first characters of a text, for a button. */
export function shorten(text: string, characters: number): string {
  const all = Array.from(text);
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
}

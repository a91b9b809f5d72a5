import type { Update } from 'grammy/types';
import { readButtonData } from './render/read-button-data.ts';

/** Whether an update must not wait for the one being handled in its chat: /cancel and the stop button. */
export function overtakes(update: Update, username: string): boolean {
  return isCancel(update, username) || isStop(update);
}

function isStop({ callback_query: press }: Update): boolean {
  return readButtonData(press?.data ?? '')?.does === 'stop';
}

function isCancel({ message }: Update, username: string): boolean {
  const [word = ''] = message?.text?.split(/\s/, 1) ?? [];
  return word === '/cancel' || word.toLowerCase() === `/cancel@${username.toLowerCase()}`;
}

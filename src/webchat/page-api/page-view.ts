import { listCommands } from '../bot-api/commands.ts';
import type { ChatRoom } from '../chat-room.ts';
import type { Chat } from '../store/chats.ts';
import type { Message } from '../store/messages.ts';
import { toWireUser } from '../wire.ts';
import type { Place } from './reader-acts.ts';

/** Messages in one go: what a page opens with, and each step back. */
const messagesAtOnce = 100;

/** Who may be chosen: the readers, and the groups all of them are in. */
export function viewPeople({ store }: ChatRoom) {
  const chats = store.chats.list();
  const names = (list: readonly Chat[]) => list.map(({ id, name }) => ({ id, name }));
  return {
    readers: names(chats.filter(({ kind }) => kind === 'private')),
    groups: names(chats.filter(({ kind }) => kind !== 'private')),
  };
}

/** All the page needs to show a chat from nothing. */
export function viewChat(room: ChatRoom, { reader, chat }: Place, connected: boolean) {
  const { bot } = room;
  return {
    bot: { name: bot.name, username: bot.username },
    connected,
    reader: { id: reader.id, name: reader.name },
    chat: { id: chat.id, kind: chat.kind, name: chat.name },
    commands: listCommands(room, chat.kind),
    ...viewHistory(room, chat.id, Number.MAX_SAFE_INTEGER),
  };
}

export function viewHistory(room: ChatRoom, chatId: number, before: number) {
  const messages = room.store.messages.listBefore(chatId, {
    id: before,
    limit: messagesAtOnce + 1,
  });
  return {
    messages: messages.slice(-messagesAtOnce).map((message) => viewMessage(room, message)),
    hasEarlier: messages.length > messagesAtOnce,
  };
}

/** A message as the page shows it. What a button carries stays on the server. */
export function viewMessage(room: ChatRoom, message: Message) {
  const { id, chatId, date, editDate, text, entities, document, replyTo } = message;
  const replied = replyTo === undefined ? undefined : room.store.messages.find(chatId, replyTo);
  return {
    id,
    from: viewSender(room, message.from),
    date,
    edited: editDate !== undefined,
    text,
    entities,
    buttons: (message.replyMarkup?.inline_keyboard ?? []).map((row) =>
      row.map((button) => ({ text: button.text, url: button.url })),
    ),
    document,
    reply: replied && {
      id: replied.id,
      from: viewSender(room, replied.from),
      text: replied.text.slice(0, 120) || (replied.document?.name ?? ''),
    },
  };
}

function viewSender(room: ChatRoom, id: number) {
  const user = toWireUser(room, id);
  return { id, name: user.first_name, bot: user.is_bot };
}

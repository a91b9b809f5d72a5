import { allowedUpdates } from '../bot-api/get-updates.ts';
import type { ChatRoom } from '../chat-room.ts';
import { formatTyped } from '../formatting/format-text.ts';
import { Refusal } from '../refusal.ts';
import type { Chat } from '../store/chats.ts';
import type { Message, MessageBody } from '../store/messages.ts';
import { toWireMessage, toWireUser } from '../wire.ts';

/** Who acts, and in which chat: the reader's own or a group. */
export interface Place {
  readonly reader: Chat;
  readonly chat: Chat;
}

interface Typed {
  readonly text: string;
  readonly replyTo?: number | undefined;
}

interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
  readonly caption: string;
}

/** Keeps a reader's text and hands it to the bot; both or neither. */
export function postText(room: ChatRoom, place: Place, { text, replyTo }: Typed): Message {
  const found = replyTo !== undefined && room.store.messages.find(place.chat.id, replyTo);
  const typed = formatTyped(text);
  // Direction marks alone are nothing, as on Telegram.
  if (typed.text === '') throw new Refusal('这条消息是空的');
  const body = { ...typed, ...(found && { replyTo: found.id }) };
  return post(room, place, body);
}

export function postDocument(room: ChatRoom, place: Place, upload: Upload): Message {
  const { name, mime, content, caption } = upload;
  const fileId = room.store.files.add({ name, mime, content });
  const document = { fileId, name, mime, size: content.length };
  return post(room, place, { ...formatTyped(caption), document });
}

/** Presses the button of a message; undefined when it is not there any more. Returns the press's id. */
export function pressButton(
  room: ChatRoom,
  { reader, chat }: Place,
  button: { message: number; row: number; column: number },
): number | undefined {
  const message = room.store.messages.find(chat.id, button.message);
  const data = message?.replyMarkup?.inline_keyboard[button.row]?.[button.column]?.callback_data;
  if (message === undefined || data === undefined) return undefined;
  const id = room.store.together(() => {
    const pressId = room.store.presses.add({
      readerId: reader.id,
      chatId: chat.id,
      messageId: message.id,
      pressedAt: room.now(),
    });
    addUpdate(room, 'callback_query', {
      id: String(pressId),
      from: toWireUser(room, reader.id),
      message: toWireMessage(room, message),
      chat_instance: String(chat.id),
      data,
    });
    return pressId;
  });
  room.changes.publish({ kind: 'update' });
  return id;
}

function post(
  room: ChatRoom,
  { reader, chat }: Place,
  content: Omit<MessageBody, 'from' | 'date'>,
): Message {
  const message = room.store.together(() => {
    const added = room.store.messages.add(chat.id, {
      from: reader.id,
      date: Math.floor(room.now() / 1000),
      ...content,
    });
    if (isSeenByBot(room, chat, added)) addUpdate(room, 'message', toWireMessage(room, added));
    return added;
  });
  room.changes.publish({ kind: 'message', message });
  room.changes.publish({ kind: 'update' });
  return message;
}

// In a group a bot sees commands, mentions of itself and replies to it: Telegram's privacy mode, on by default.
function isSeenByBot({ store, bot }: ChatRoom, chat: Chat, message: Message): boolean {
  if (chat.kind === 'private') return true;
  const { text, entities, replyTo } = message;
  const words = entities.map(({ offset, length }) => text.slice(offset, offset + length));
  const addressed = words.some((word) => {
    const name = word.includes('@') ? word.slice(word.indexOf('@') + 1).toLowerCase() : undefined;
    return name === undefined ? word.startsWith('/') : name === bot.username.toLowerCase();
  });
  const replied = replyTo === undefined ? undefined : store.messages.find(chat.id, replyTo);
  return addressed || replied?.from === bot.id;
}

function addUpdate({ store }: ChatRoom, kind: string, body: unknown): void {
  const allowed = store.settings.read('allowed_updates', allowedUpdates) ?? [];
  if (allowed.length === 0 || allowed.includes(kind)) store.updates.add(kind, body);
}

import type { ChatRoom } from './chat-room.ts';
import type { Chat } from './store/chats.ts';
import type { Document, Message } from './store/messages.ts';

/** A user as the Bot API shows it. */
export function toWireUser(room: ChatRoom, id: number) {
  const { bot } = room;
  if (id === bot.id) return { id, is_bot: true, first_name: bot.name, username: bot.username };
  const name = room.store.chats.findReader(id)?.name ?? '';
  return { id, is_bot: false, first_name: name, language_code: 'zh-hans' };
}

/** A chat as the Bot API shows it. */
export function toWireChat({ id, kind, name }: Chat) {
  return kind === 'private'
    ? { id, type: kind, first_name: name }
    : { id, type: kind, title: name };
}

/** A message as the Bot API shows it, with the message it replies to, if that is still there. */
export function toWireMessage(room: ChatRoom, message: Message): Readonly<Record<string, unknown>> {
  const replied =
    message.replyTo === undefined
      ? undefined
      : room.store.messages.find(message.chatId, message.replyTo);
  return {
    ...toWireSingle(room, message),
    ...(replied !== undefined && { reply_to_message: toWireSingle(room, replied) }),
  };
}

/** The file id carries the number of the stored file and nothing else. */
export function toFileId(id: number): string {
  return `webchat-file-${id}`;
}

export function fromFileId(text: string): number | undefined {
  const digits = /^webchat-file-(\d{1,15})$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function toWireSingle(room: ChatRoom, message: Message) {
  const chat = room.store.chats.find(message.chatId);
  if (chat === undefined) throw new Error(`webchat: message ${message.id} is in no chat`);
  const { text, entities, document } = message;
  const hasEntities = entities.length > 0;
  const content =
    document === undefined
      ? { text, ...(hasEntities && { entities }) }
      : {
          document: toWireDocument(document),
          ...(text !== '' && { caption: text }),
          ...(hasEntities && { caption_entities: entities }),
        };
  return {
    message_id: message.id,
    from: toWireUser(room, message.from),
    chat: toWireChat(chat),
    date: message.date,
    ...(message.editDate !== undefined && { edit_date: message.editDate }),
    ...content,
    ...(message.replyMarkup !== undefined && { reply_markup: message.replyMarkup }),
  };
}

function toWireDocument({ fileId, name, mime, size }: Document) {
  return {
    file_id: toFileId(fileId),
    file_unique_id: `f${fileId}`,
    file_name: name,
    mime_type: mime,
    file_size: size,
  };
}

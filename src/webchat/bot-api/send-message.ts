import type { ChatRoom } from '../chat-room.ts';
import type { FormattedText } from '../formatting/entity.ts';
import { formatText } from '../formatting/format-text.ts';
import { readReplyMarkup } from '../formatting/reply-markup.ts';
import { Refusal } from '../refusal.ts';
import type { Chat } from '../store/chats.ts';
import type { MessageBody } from '../store/messages.ts';
import { toWireMessage } from '../wire.ts';
import { type Call, readFlag, readInteger, readStructure, readText, readUpload } from './call.ts';

/** UTF-16 units of a message, and of a document's caption. */
const maxText = 4096;
const maxCaption = 1024;

export function sendMessage(room: ChatRoom, call: Call): unknown {
  const chat = readChat(room, call);
  const formatted = readMessageText(call, 'message is too long');
  return addMessage(room, chat, { ...readContext(room, chat, call), ...formatted });
}

export async function sendDocument(room: ChatRoom, call: Call): Promise<unknown> {
  const chat = readChat(room, call);
  const upload = readUpload(call, 'document');
  if (upload === undefined) {
    throw new Refusal('Bad Request: there is no document in the request');
  }
  const content = new Uint8Array(await upload.arrayBuffer());
  if (content.length === 0) throw new Refusal('Bad Request: file must be non-empty');
  const caption = readFormatted(call, 'caption');
  if (caption.text.length > maxCaption) {
    throw new Refusal('Bad Request: message caption is too long');
  }
  const context = readContext(room, chat, call);
  const name = upload.name === '' ? 'document' : upload.name;
  const mime = upload.type === '' ? 'application/octet-stream' : upload.type;
  const fileId = room.store.files.add({ name, mime, content });
  const document = { fileId, name, mime, size: content.length };
  return addMessage(room, chat, { ...context, ...caption, document });
}

/** The chat of the request. @throws Refusal when it names none, or one the bot has never met. */
export function readChat(room: ChatRoom, call: Call): Chat {
  if (readText(call, 'chat_id') === '') throw new Refusal('Bad Request: chat_id is empty');
  const id = readInteger(call, 'chat_id');
  const chat = id === undefined ? undefined : room.store.chats.find(id);
  if (chat === undefined) throw new Refusal('Bad Request: chat not found');
  return chat;
}

/** The text of the request, formatted and of a length Telegram takes. */
export function readMessageText(call: Call, tooLong: string): FormattedText {
  if (readText(call, 'text') === '') throw new Refusal('Bad Request: message text is empty');
  const formatted = readFormatted(call, 'text');
  if (formatted.text === '') throw new Refusal('Bad Request: text must be non-empty');
  if (formatted.text.length > maxText) throw new Refusal(`Bad Request: ${tooLong}`);
  return formatted;
}

function readFormatted(call: Call, name: 'text' | 'caption'): FormattedText {
  return formatText({
    text: readText(call, name),
    mode: readText(call, 'parse_mode'),
    entities: readStructure(call, name === 'text' ? 'entities' : 'caption_entities'),
  });
}

function readContext(room: ChatRoom, chat: Chat, call: Call) {
  const replyMarkup = readReplyMarkup(readStructure(call, 'reply_markup'));
  const replyTo = readReplyTo(room, chat, call);
  return {
    from: room.bot.id,
    date: Math.floor(room.now() / 1000),
    ...(replyMarkup !== undefined && { replyMarkup }),
    ...(replyTo !== undefined && { replyTo }),
  };
}

function readReplyTo(room: ChatRoom, chat: Chat, call: Call): number | undefined {
  const parameters = readStructure(call, 'reply_parameters');
  const values =
    typeof parameters === 'object' && parameters !== null ? { ...parameters } : undefined;
  const asked = values === undefined ? call : { values, files: call.files };
  const id = readInteger(asked, values === undefined ? 'reply_to_message_id' : 'message_id');
  if (id === undefined) return undefined;
  if (room.store.messages.find(chat.id, id) !== undefined) return id;
  if (readFlag(asked, 'allow_sending_without_reply')) return undefined;
  throw new Refusal('Bad Request: message to be replied not found');
}

function addMessage(room: ChatRoom, chat: Chat, body: MessageBody): unknown {
  const message = room.store.messages.add(chat.id, body);
  room.changes.publish({ kind: 'message', message });
  return toWireMessage(room, message);
}

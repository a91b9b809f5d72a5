import { isDeepStrictEqual } from 'node:util';
import type { ChatRoom } from '../chat-room.ts';
import { readReplyMarkup } from '../formatting/reply-markup.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from '../store/messages.ts';
import { toWireMessage } from '../wire.ts';
import { type Call, readInteger, readStructure } from './call.ts';
import { readChat, readMessageText } from './send-message.ts';

/** As on Telegram, buttons that are not given again are gone. */
export function editMessageText(room: ChatRoom, call: Call): unknown {
  const message = readOwnMessage(room, call);
  if (message.document !== undefined) {
    throw new Refusal('Bad Request: there is no text in the message to edit');
  }
  const { text, entities } = readMessageText(call, 'MESSAGE_TOO_LONG');
  return replaceMessage(room, message, { text, entities, ...readButtons(call) });
}

export function editMessageReplyMarkup(room: ChatRoom, call: Call): unknown {
  const message = readOwnMessage(room, call);
  const { text, entities } = message;
  return replaceMessage(room, message, { text, entities, ...readButtons(call) });
}

/** A bot may delete all in a private chat, and what it wrote itself in a group. */
export function deleteMessage(room: ChatRoom, call: Call): true {
  const message = readMessage(room, call, 'message to delete not found');
  if (message.chatId < 0 && message.from !== room.bot.id) {
    throw new Refusal("Bad Request: message can't be deleted");
  }
  room.store.messages.remove(message.chatId, message.id);
  room.changes.publish({ kind: 'deleted', chatId: message.chatId, messageId: message.id });
  return true;
}

type Content = Pick<Message, 'text' | 'entities' | 'replyMarkup'>;

function readButtons(call: Call): Pick<Content, 'replyMarkup'> {
  const replyMarkup = readReplyMarkup(readStructure(call, 'reply_markup'));
  return replyMarkup === undefined ? {} : { replyMarkup };
}

function readOwnMessage(room: ChatRoom, call: Call): Message {
  const message = readMessage(room, call, 'message to edit not found');
  if (message.from !== room.bot.id) {
    throw new Refusal("Bad Request: message can't be edited");
  }
  return message;
}

function readMessage(room: ChatRoom, call: Call, notFound: string): Message {
  const chat = readChat(room, call);
  const id = readInteger(call, 'message_id');
  if (id === undefined) {
    throw new Refusal('Bad Request: message identifier is not specified');
  }
  const message = room.store.messages.find(chat.id, id);
  if (message === undefined) throw new Refusal(`Bad Request: ${notFound}`);
  return message;
}

function replaceMessage(room: ChatRoom, message: Message, content: Content): unknown {
  const { text, entities, replyMarkup, ...kept } = message;
  const same = isDeepStrictEqual(
    [text, entities, replyMarkup],
    [content.text, content.entities, content.replyMarkup],
  );
  if (same) {
    throw new Refusal(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const edited = { ...kept, ...content, editDate: Math.floor(room.now() / 1000) };
  room.store.messages.replace(edited);
  room.changes.publish({ kind: 'message', message: edited });
  return toWireMessage(room, edited);
}

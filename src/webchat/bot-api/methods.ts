import type { ChatRoom } from '../chat-room.ts';
import { Refusal } from '../refusal.ts';
import { answerCallbackQuery } from './answer-callback-query.ts';
import { type Call, readFlag, readText } from './call.ts';
import { getChat, getChatMember, sendChatAction } from './chats.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { deleteMessage, editMessageReplyMarkup, editMessageText } from './edit-message.ts';
import { getFile } from './files.ts';
import { createGetUpdates } from './get-updates.ts';
import { sendDocument, sendMessage } from './send-message.ts';

type Method = (call: Call, gone: AbortSignal) => unknown;

/** The methods served, by name in lower case: Telegram takes them in any case. */
export function createMethods(room: ChatRoom): ReadonlyMap<string, Method> {
  const getUpdates = createGetUpdates(room);
  const methods: Readonly<Record<string, Method>> = {
    getMe: () => getMe(room),
    getUpdates: (call, gone) => getUpdates({ call, gone }),
    sendMessage: (call) => sendMessage(room, call),
    sendDocument: (call) => sendDocument(room, call),
    sendChatAction: (call) => sendChatAction(room, call),
    editMessageText: (call) => editMessageText(room, call),
    editMessageReplyMarkup: (call) => editMessageReplyMarkup(room, call),
    deleteMessage: (call) => deleteMessage(room, call),
    answerCallbackQuery: (call) => answerCallbackQuery(room, call),
    setMyCommands: (call) => setMyCommands(room, call),
    getMyCommands: (call) => getMyCommands(room, call),
    deleteMyCommands: (call) => deleteMyCommands(room, call),
    setMyName: accept,
    setMyDescription: accept,
    setMyShortDescription: accept,
    setChatMenuButton: accept,
    getFile: (call) => getFile(room, call),
    getChat: (call) => getChat(room, call),
    getChatMember: (call) => getChatMember(room, call),
    setWebhook: (call) => setWebhook(room, call),
    deleteWebhook: (call) => deleteWebhook(room, call),
    getWebhookInfo: () => ({
      url: '',
      has_custom_certificate: false,
      pending_update_count: room.store.updates.count(),
    }),
  };
  return new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]));
}

function accept(): true {
  return true;
}

function getMe({ bot }: ChatRoom): unknown {
  return {
    id: bot.id,
    is_bot: true,
    first_name: bot.name,
    username: bot.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
}

function setWebhook(room: ChatRoom, call: Call): true {
  if (readText(call, 'url') === '') return deleteWebhook(room, call);
  throw new Refusal('Bad Request: bad webhook: this server has none, use getUpdates');
}

function deleteWebhook(room: ChatRoom, call: Call): true {
  if (readFlag(call, 'drop_pending_updates')) {
    room.store.updates.confirmBelow(Number.MAX_SAFE_INTEGER);
  }
  return true;
}

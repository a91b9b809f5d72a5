import { z } from 'zod';
import type { ChatRoom } from '../chat-room.ts';
import { Refusal } from '../refusal.ts';
import { type Call, readStructure, readText } from './call.ts';

const commandsSchema = z.array(z.object({ command: z.string(), description: z.string() }));
const scopeSchema = z.looseObject({ type: z.string() });
const maxCommands = 100;

type Commands = z.infer<typeof commandsSchema>;

export function setMyCommands(room: ChatRoom, call: Call): true {
  const given = commandsSchema.safeParse(readStructure(call, 'commands'));
  if (!given.success) {
    throw new Refusal("Bad Request: can't parse commands: expected an Array of BotCommand");
  }
  const commands = given.data.map(({ command, description }) => ({
    command: command.replace(/^\//, ''),
    description: description.trim(),
  }));
  if (commands.length > maxCommands) throw new Refusal('Bad Request: BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z\d_]{1,32}$/.test(command)) throw new Refusal('Bad Request: BOT_COMMAND_INVALID');
    if (description === '' || description.length > 256) {
      throw new Refusal('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
    }
  }
  room.store.settings.write(settingOf(call), commands);
  room.changes.publish({ kind: 'commands' });
  return true;
}

export function getMyCommands(room: ChatRoom, call: Call): Commands {
  return room.store.settings.read(settingOf(call), commandsSchema) ?? [];
}

export function deleteMyCommands(room: ChatRoom, call: Call): true {
  room.store.settings.remove(settingOf(call));
  room.changes.publish({ kind: 'commands' });
  return true;
}

/** The commands a chat's menu shows: those of its kind, else the bot's own. */
export function listCommands(room: ChatRoom, kind: 'private' | 'supergroup'): Commands {
  const scope = kind === 'private' ? 'all_private_chats' : 'all_group_chats';
  const { settings } = room.store;
  return (
    settings.read(`commands ${scope}`, commandsSchema) ??
    settings.read('commands default', commandsSchema) ??
    []
  );
}

// Commands for one language are kept under it and not shown: the page is Chinese.
function settingOf(call: Call): string {
  const scope = scopeSchema.safeParse(readStructure(call, 'scope')).data?.type ?? 'default';
  const language = readText(call, 'language_code');
  return language === '' ? `commands ${scope}` : `commands ${scope} ${language}`;
}

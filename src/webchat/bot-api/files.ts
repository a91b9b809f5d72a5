import { extname } from 'node:path';
import type { ChatRoom } from '../chat-room.ts';
import { Refusal } from '../refusal.ts';
import type { StoredFile } from '../store/files.ts';
import { fromFileId, toFileId } from '../wire.ts';
import { type Call, readText } from './call.ts';

/** Telegram gives a bot files of up to 20 MB. */
const maxDownload = 20 * 1024 * 1024;

export function getFile(room: ChatRoom, call: Call): unknown {
  const asked = readText(call, 'file_id');
  if (asked === '') throw new Refusal('Bad Request: file_id not specified');
  const id = fromFileId(asked);
  const file = id === undefined ? undefined : room.store.files.find(id);
  if (id === undefined || file === undefined) {
    throw new Refusal('Bad Request: invalid file_id');
  }
  if (file.content.length > maxDownload) throw new Refusal('Bad Request: file is too big');
  return {
    file_id: toFileId(id),
    file_unique_id: `f${id}`,
    file_size: file.content.length,
    file_path: `documents/file_${id}${extname(file.name).replaceAll(/[^.\w]/g, '')}`,
  };
}

/** The file behind a `file_path` of getFile. */
export function findByPath(room: ChatRoom, path: string): StoredFile | undefined {
  const id = /^documents\/file_(\d{1,15})(?:\.\w*)?$/.exec(path)?.[1];
  return id === undefined ? undefined : room.store.files.find(Number(id));
}

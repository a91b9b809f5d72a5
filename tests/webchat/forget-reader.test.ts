import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { firstReader, group, openReader, openWebchat } from '../support/web-reader.ts';

test('a reader who is forgotten leaves no word in the data file, and the page shows none', async () => {
  await using folder = await temporaryFolder();
  const webchat = await openWebchat({ dataFile: folder.file('webchat.db') });
  const privately = await openReader(webchat.url);
  const inGroup = await openReader(webchat.url, { reader: firstReader, chat: group });
  const id = await privately.say('独居老人的午饭怎么办');
  await inGroup.say('群里的独居老人呢');
  await inGroup.say('@别人 随便聊聊');
  webchat.forgetReader(firstReader);
  await privately.see('deleted', (deleted) => deleted.id === id);
  const again = await openReader(webchat.url);
  expect((await again.see('chat')).messages).toEqual([]);
  const names = await readdir(folder.path);
  for (const name of names) {
    const content = await readFile(folder.file(name), 'utf8');
    // What the bot has not fetched yet is on its way to it.
    if (name.endsWith('.db')) expect(content).not.toContain('随便聊聊');
  }
  for (const reader of [privately, inGroup, again]) reader.leave();
  await webchat.close();
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startModelServer } from '../support/model-server.ts';
import { openModelAnswerer } from '../support/open-model-answerer.ts';
import { truthfulModel } from '../support/truthful-model.ts';
import { group } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';

const closed = { openAccess: false, firstReaderIsAdmin: true };

test('/export gives a file of all that is kept', async () => {
  await using chat = await openBot({ access: closed });
  const reader = await chat.reader('管理员');
  await reader.say('老年食堂怎么办？');
  const answer = await reader.next();
  await reader.press(answer, '👍');
  await reader.say('/digest');
  const card = await reader.next();
  await reader.press(card, '订阅');
  await reader.say('/export');
  const sent = await reader.next();
  expect(sent.text).toBe('这是茶座记下的关于您的全部内容。');
  expect(JSON.parse(await reader.download(sent))).toMatchObject({
    readers: [{ id: reader.id }],
    members: [{ role: 'admin' }],
    answers: [{ chat_id: reader.id, answer: { question: '老年食堂怎么办？' } }],
    votes: [{ vote: 'up' }],
    subscriptions: [{ minute: 480, rhythm: 'daily' }],
    // The update that asks for the file.
    inbox: [{ body: { message: { text: '/export' } } }],
  });
});

test('/forget asks once and leaves nothing: in no file, no log line and no chat window', async () => {
  await using chat = await openBot({ access: closed });
  const reader = await chat.reader('独一无二的老魏');
  const inGroup = await chat.reader('独一无二的老魏', group);
  await inGroup.say('/admit');
  await inGroup.next();
  await inGroup.say('/ask 街道老年食堂怎么办？');
  await inGroup.next();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '👍');
  await reader.say('/export');
  await reader.next();
  await reader.say('/forget');
  const asked = await reader.next();
  expect(asked.text).toContain('真的要全部删除吗？');
  await reader.press(asked, '不删了');
  await reader.edited(asked.id, '什么都没有删');
  await reader.say('/forget');
  const again = await reader.next();
  expect(await holding(chat.folder, '老年食堂怎么办')).not.toEqual([]);
  await reader.press(again, '全部删除');
  expect((await reader.next()).text).toBe('已经全部删除。谢谢您来坐过。');
  const { exchange } = chat.services();
  const left = await exchange.of(7_000_000_001).readerData.collect(reader.id);
  // What is being handled just now.
  expect(Object.values({ ...left, inbox: [] }).flat()).toEqual([]);
  for (const text of ['老年食堂怎么办', '独一无二的老魏']) {
    await expect.poll(() => holding(chat.folder, text)).toEqual([]);
  }
  expect(chat.logged.join('')).not.toContain(String(reader.id));
  expect(chat.logged.join('')).not.toContain('老年食堂怎么办');
});

/** The files of a folder that hold a text. */
async function holding(folder: string, text: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return names.filter((_, index) => contents[index]?.includes(text));
}

test('no reader’s number or name goes to a model', async () => {
  await using server = await startModelServer(truthfulModel);
  await using answerer = openModelAnswerer({ baseUrl: server.baseUrl });
  await using chat = await openBot({ answerQuestion: answerer.ask });
  const reader = await chat.reader('独一无二的老周');
  for (const text of ['独居老人的午饭怎么办？', '第二个具体怎么做的？']) {
    await reader.say(text);
    await reader.next();
  }
  expect(server.calls.length).toBeGreaterThan(1);
  for (const call of server.calls) {
    const sent = JSON.stringify(call);
    expect(sent).not.toContain('独一无二的老周');
    expect(sent).not.toContain(String(reader.id));
  }
});

import { expect, test } from 'vitest';
import { openOpeningWriter } from '../support/opening-writer.ts';
import { hour, openMorning, subscribe } from './open-morning.ts';

test('with a model a digest opens with two verified sentences, the same before it comes and when it does', async () => {
  await using writer = await openOpeningWriter();
  const { clock, chat } = await openMorning({ writeOpening: writer.writeOpening });
  await using _ = chat;
  const reader = await chat.reader();
  const settings = await subscribe(reader);
  await reader.press(settings, '先看今天的');
  const preview = await reader.next();
  const [heading, opening, first] = preview.text.split('\n\n');
  expect(heading).toBe('茶座每日一读 · 3月2日');
  expect(opening).toMatch(/^第\d社区建立.*小事。\[\d\]第\d社区建立.*小事。\[\d\]$/);
  expect(first).toMatch(/^1\. /);
  clock.now += hour;
  await chat.restart();
  expect((await reader.next()).text).toBe(preview.text);
  expect(writer.server.calls).toHaveLength(1);
});

test('a model that is down delays no digest', async () => {
  await using writer = await openOpeningWriter(() => undefined);
  const { clock, chat } = await openMorning({ writeOpening: writer.writeOpening });
  await using _ = chat;
  const reader = await chat.reader();
  await subscribe(reader);
  clock.now += hour;
  await chat.restart();
  const { text } = await reader.next();
  expect(text.split('\n\n')[1]).toMatch(/^1\. /);
});

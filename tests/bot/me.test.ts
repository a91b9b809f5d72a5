import { expect, test } from 'vitest';
import type { Profile } from '../../src/answering/profile.ts';
import { answered, vocabulary } from '../support/sample-answers.ts';
import { group, type SeenMessage } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';

const labels = ({ buttons }: SeenMessage) => buttons.map((row) => row.map(({ text }) => text));
const profileText = (orgType: string, place: string, themes: string) =>
  [
    '我的单位',
    '',
    '告诉我您是哪类单位，几个做法一样合用时，同类单位的会排在前面。都可以不填。',
    '',
    `单位类型：${orgType}`,
    `地点：${place}`,
    `关注的主题：${themes}`,
  ].join('\n');
const none = '没有填';

test('/me: kind, place and themes are chosen by buttons, shown, kept over a restart, and cleared', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('/me');
  const me = await reader.next();
  expect(me.text).toBe(profileText(none, none, none));
  expect(labels(me)).toEqual([['选单位类型', '选地点'], ['选主题']]);
  await reader.press(me, '选单位类型');
  const kinds = await reader.edited(me.id, '您在哪类单位');
  expect(labels(kinds)).toEqual([['社区', '村'], ['‹ 返回']]);
  await reader.press(kinds, '社区');
  const chosen = await reader.edited(me.id, '单位类型：社区');
  await reader.press(chosen, '选地点');
  const cities = await reader.edited(me.id, '您在哪里');
  expect(labels(cities)).toEqual([['河湾市', '北山盟'], ['‹ 返回']]);
  await reader.press(cities, '河湾市');
  const districts = await reader.edited(me.id, '已选河湾市');
  expect(labels(districts)).toEqual([['柳林区'], ['‹ 返回']]);
  await reader.press(districts, '柳林区');
  const placed = await reader.edited(me.id, '地点：柳林区');
  await chat.restart();
  await reader.press(placed, '选主题');
  const themes = await reader.edited(me.id, '关注哪些主题');
  await reader.press(themes, '养老服务');
  const marked = await reader.edited(me.id, '✓ 养老服务');
  await reader.press(marked, '‹ 返回');
  const all = await reader.edited(me.id, '关注的主题：养老服务');
  expect(all.text).toBe(profileText('社区', '柳林区', '养老服务'));
  await reader.press(all, '全部清空');
  expect((await reader.edited(me.id, `单位类型：${none}`)).text).toBe(
    profileText(none, none, none),
  );
});

test('what a reader is goes with a question in private, not in a group, and not after /forget', async () => {
  const profiles: (Profile | undefined)[] = [];
  await using chat = await openBot({
    answerQuestion: async (question, options) => {
      profiles.push(options?.profile);
      return { ...answered, question };
    },
  });
  const reader = await chat.reader('老张');
  await reader.say('/me');
  const me = await reader.next();
  await reader.press(me, '选单位类型');
  await reader.press(await reader.edited(me.id, '您在哪类单位'), '村');
  await reader.say('老年食堂怎么办？');
  await reader.next();
  const inGroup = await chat.reader('老张', group);
  await inGroup.say('/ask 老年食堂怎么办？');
  await inGroup.next();
  await reader.say('/forget');
  await reader.press(await reader.next(), '全部删除');
  expect((await reader.next()).text).toContain('已经全部删除');
  await reader.say('老年食堂怎么办？');
  await reader.next();
  expect(profiles).toEqual([{ orgType: '村', place: null, themes: [] }, undefined, undefined]);
});

test('in a group /me asks to be sent in private', async () => {
  await using chat = await openBot();
  const reader = await chat.reader('老张', group);
  await reader.say('/me');
  expect((await reader.next()).text).toBe('请在和我的私聊里发这个命令。');
});

test('a sixth theme is not taken', async () => {
  const themes = Array.from({ length: 6 }, (_, n) => ({
    name: `主题${n}`,
    words: [],
    sayings: [],
  }));
  await using chat = await openBot({ vocabulary: { ...vocabulary, themes } });
  const reader = await chat.reader();
  await reader.say('/me');
  const me = await reader.next();
  await reader.press(me, '选主题');
  let choices = await reader.edited(me.id, '关注哪些主题');
  for (const { name } of themes.slice(0, 5)) {
    await reader.press(choices, name);
    choices = await reader.edited(me.id, `✓ ${name}`);
  }
  expect(await reader.press(choices, '主题5')).toBe('最多选 5 个主题，先取消一个再选。');
});

import { expect, test } from 'vitest';
import {
  bold,
  entitiesOf,
  line,
  paragraph,
  quote,
  unitsOf,
} from '../../../src/bot/render/block.ts';
import { toHtml } from '../../../src/bot/render/html.ts';
import { splitMessage } from '../../../src/bot/render/split-message.ts';

const visible = (html: string) => html.replace(/<[^>]+>/g, '');
const textOf = (blocks: ReturnType<typeof splitMessage>[number]) => visible(toHtml(blocks));

test('blocks that fit stay in one message', () => {
  expect(splitMessage([paragraph('甲'), line('乙')])).toEqual([[paragraph('甲'), line('乙')]]);
});

test('a message is split between blocks, none of them above 4,096 units', () => {
  const claims = Array.from({ length: 12 }, (_, n) => paragraph(`${n}${'字'.repeat(998)}。`));
  const messages = splitMessage(claims);
  expect(messages.map((blocks) => blocks.length)).toEqual([4, 4, 4]);
  expect(messages.flat()).toEqual(claims);
  expect(messages.map((blocks) => textOf(blocks).length)).toEqual([4006, 4006, 4008]);
});

test('exactly 4,096 units are one message, one more are two', () => {
  const half = paragraph('字'.repeat(2047));
  expect(splitMessage([half, half])).toHaveLength(1);
  expect(splitMessage([half, half, line('尾')])).toHaveLength(2);
});

test('a message carries at most 100 entities', () => {
  const messages = splitMessage(Array.from({ length: 150 }, (_, n) => line(bold(String(n)))));
  expect(messages.map((blocks) => blocks.length)).toEqual([100, 50]);
});

test('a block too long for one message is cut behind a sentence, its marks kept on both sides', () => {
  const sentence = `${'话'.repeat(499)}。`;
  const messages = splitMessage([quote('头', bold(sentence.repeat(10)), '尾')]);
  expect(messages.map((blocks) => blocks.map(unitsOf))).toEqual([[4001], [1001]]);
  expect(messages.map(toHtml).map((html) => html.match(/<[^>]+>/g))).toEqual([
    ['<blockquote expandable>', '<b>', '</b>', '</blockquote>'],
    ['<blockquote expandable>', '<b>', '</b>', '</blockquote>'],
  ]);
  expect(messages.map(textOf).join('')).toBe(`头${sentence.repeat(10)}尾`);
});

test('a text without a sentence end is not cut inside a character', () => {
  const messages = splitMessage([paragraph(`a${'𠮷'.repeat(3000)}`)]);
  expect(messages.map(textOf).join('')).toBe(`a${'𠮷'.repeat(3000)}`);
  expect(messages.map(textOf).every((text) => text.isWellFormed())).toBe(true);
  expect(messages.flat().every((block) => unitsOf(block) <= 4096)).toBe(true);
});

test('a quotation of hundreds of bold words is cut before its 101st entity', () => {
  const words = Array.from({ length: 250 }, (_, n) => bold(`${n} `));
  const messages = splitMessage([quote(...words)]);
  expect(messages.flat().map(entitiesOf)).toEqual([100, 100, 53]);
});

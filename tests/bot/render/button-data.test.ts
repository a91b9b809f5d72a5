import { expect, test } from 'vitest';
import { type ButtonData, writeButtonData } from '../../../src/bot/render/button-data.ts';
import { readButtonData } from '../../../src/bot/render/read-button-data.ts';

const answerId = 'Az09_-Az09_-';

test.each<ButtonData>([
  { does: 'show-passage', answerId, n: 9999 },
  { does: 'open-article', answerId, from: 'citation', n: 9999, page: 9999 },
  { does: 'turn-page', answerId, from: 'nearest', n: 9999, page: 9999 },
  { does: 'vote', answerId, vote: 'up' },
  { does: 'vote', answerId, vote: 'down' },
  { does: 'ask-example', index: 3 },
  { does: 'drop-filter', answerId, n: 4 },
  { does: 'compare', answerId },
  { does: 'card-passages', answerId, n: 6 },
  { does: 'browse', by: 'org-type', key: 'Az09_-Az09', page: 9999, readerId: 4503599627370495 },
  { does: 'browse', by: 'theme', key: '', page: 1, readerId: 0 },
  { does: 'read-article', key: 'Az09_-Az09', page: 1, readerId: 4503599627370495 },
  { does: 'turn-read', key: 'Az09_-Az09', page: 9999, readerId: 4503599627370495 },
  { does: 'read-card', key: 'Az09_-Az09', page: 1, readerId: 4503599627370495 },
  { does: 'read-card-passages', key: 'Az09_-Az09', page: 1, readerId: 4503599627370495 },
  { does: 'me', act: 'org-type', key: 'Az09_-Az09', drops: true, page: 9999 },
  { does: 'me', act: 'show', key: '', drops: false, page: 1 },
  { does: 'digest', act: 'org-type', value: '一二三四五六七八九十', drops: true, page: 9999 },
  { does: 'digest', act: 'leave', value: '', drops: false, page: 1 },
  { does: 'members', act: 'ask-remove', readerId: 4503599627370495, page: 9999 },
  { does: 'redo', updateId: 4503599627370495 },
])('$does survives the way to Telegram and back in 64 bytes', (data) => {
  const written = writeButtonData(data);
  expect(Buffer.byteLength(written)).toBeLessThanOrEqual(64);
  expect(readButtonData(written)).toEqual(data);
});

test.each([
  '',
  'p',
  'p:short:1',
  `p:${answerId}:0`,
  `p:${answerId}:1:2`,
  `p:${answerId}:99999`,
  `p:${answerId}:-1`,
  `v:${answerId}:maybe`,
  `a:${answerId}:x:1:1`,
  `p:${answerId.slice(1)}':1`,
  'x'.repeat(65),
])('%j is no button of ours', (text) => {
  expect(readButtonData(text)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import type { Entity } from '../../src/webchat/formatting/entity.ts';
import { formatText, formatTyped } from '../../src/webchat/formatting/format-text.ts';

const html = (text: string) => formatText({ text, mode: 'HTML' });
const part = (type: Entity['type'], offset: number, length: number) => ({ type, offset, length });

describe("Telegram's HTML becomes text and entities", () => {
  const cases: readonly [string, string, readonly object[]][] = [
    ['<b>甲</b><strong>乙</strong>', '甲乙', [part('bold', 0, 1), part('bold', 1, 1)]],
    [
      '<i>a</i><em>b</em><u>c</u><ins>d</ins>',
      'abcd',
      [
        part('italic', 0, 1),
        part('italic', 1, 1),
        part('underline', 2, 1),
        part('underline', 3, 1),
      ],
    ],
    [
      '<s>a</s><strike>b</strike><del>c</del>',
      'abc',
      [part('strikethrough', 0, 1), part('strikethrough', 1, 1), part('strikethrough', 2, 1)],
    ],
    [
      '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
      'ab',
      [part('spoiler', 0, 1), part('spoiler', 1, 1)],
    ],
    ['<B>甲</b >', '甲', [part('bold', 0, 1)]],
    ['<b>甲</>', '甲', [part('bold', 0, 1)]],
    ['😀<b>好</b>', '😀好', [part('bold', 2, 1)]],
    ['<b>甲<i>乙</i></b>', '甲乙', [part('bold', 0, 2), part('italic', 1, 1)]],
    [
      '<a href="https://example.org/?a=1&amp;b=2">看</a>',
      '看',
      [{ ...part('text_link', 0, 1), url: 'https://example.org/?a=1&b=2' }],
    ],
    [
      `<a href='example.org'>看</a>`,
      '看',
      [{ ...part('text_link', 0, 1), url: 'http://example.org' }],
    ],
    ['<a href="javascript:alert(1)">看</a>', '看', []],
    ['<a href="data:text/html,x">看</a>', '看', []],
    ['<code>a&lt;b</code>', 'a<b', [part('code', 0, 3)]],
    [
      '<pre><code class="language-sql">select</code></pre>',
      'select',
      [{ ...part('pre', 0, 6), language: 'sql' }],
    ],
    ['<pre>a</pre>', 'a', [part('pre', 0, 1)]],
    ['<blockquote>引</blockquote>', '引', [part('blockquote', 0, 1)]],
    [
      '<blockquote expandable>引<b>文</b></blockquote>',
      '引文',
      [part('expandable_blockquote', 0, 2), part('bold', 1, 1)],
    ],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      '👍',
      [{ ...part('custom_emoji', 0, 2), custom_emoji_id: '5368324170671202286' }],
    ],
    ['&lt;b&gt; &amp;amp; &quot;x&quot; &#65;&#x1F600;', '<b> &amp; "x" A😀', []],
    ['&nbsp;&apos; & 甲 &#0; &unknown;', '&nbsp;&apos; & 甲 &#0; &unknown;', []],
    ['  <b> 甲 </b>  ', '甲', [part('bold', 0, 1)]],
    ['a\r\nb\tc\u202e!', 'a\nb c!', []],
  ];

  test.each(cases)('%s', (source, text, entities) => {
    expect(html(source)).toEqual({ text, entities });
  });
});

describe('Telegram complains', () => {
  const complaints: readonly [string, string][] = [
    ['<x>', 'Unsupported start tag "x" at byte offset 0'],
    ['甲<script>', 'Unsupported start tag "script" at byte offset 3'],
    ['甲 < 乙 >', 'Unsupported start tag "" at byte offset 4'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a ="x">', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=a/b>x</a>', 'Unexpected end of name token at byte offset 8'],
    ['<b>甲', 'Can\'t find end tag corresponding to start tag "b"'],
    ['甲</b>', 'Unexpected end tag at byte offset 3'],
    ['<b>甲</b', 'Unclosed end tag at byte offset 6'],
    ['<b>甲</i>', 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'],
    ['<b><i>甲</b></i>', 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'],
    ['<span class="x">甲</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">👍</tg-emoji>', 'Invalid custom emoji identifier specified'],
    [
      '&#xD800;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ];

  test.each(complaints)('%s', (source, complaint) => {
    expect(() => html(source)).toThrow(`Bad Request: can't parse entities: ${complaint}`);
  });

  test('about Markdown, which is not spoken here', () => {
    expect(() => formatText({ text: '*甲*', mode: 'MarkdownV2' })).toThrow(/no Markdown$/);
  });
});

describe('nesting as Telegram allows it', () => {
  test('bold stops at code and goes on behind it', () => {
    expect(html('<b>a<code>b</code>c</b>').entities).toEqual([
      part('bold', 0, 1),
      part('code', 1, 1),
      part('bold', 2, 1),
    ]);
  });

  test('a quote in a quote is the outer quote', () => {
    expect(html('<blockquote>a<blockquote>b</blockquote></blockquote>').entities).toEqual([
      part('blockquote', 0, 2),
    ]);
  });

  test('entities that a bot counted itself are taken without a parse mode', () => {
    const entities = [part('bold', 0, 1), part('italic', 5, 9)];
    expect(formatText({ text: '甲乙', mode: '', entities })).toEqual({
      text: '甲乙',
      entities: [part('bold', 0, 1)],
    });
  });

  test('more than a hundred are cut to the first hundred', () => {
    expect(html('<b>甲</b> '.repeat(101)).entities).toHaveLength(100);
  });

  test('an attack of ten thousand open tags is answered at once, in Telegram words', () => {
    expect(() => html('<b>'.repeat(10_000))).toThrow('start tag "b"');
  });
});

describe('what Telegram finds in plain text', () => {
  test.each<[string, readonly object[]]>([
    ['/start', [part('bot_command', 0, 6)]],
    ['/ask@chazuo_bot 食堂', [part('bot_command', 0, 15)]],
    ['1/2 和 a/b', []],
    ['请看 https://example.org/a?b=1，谢谢', [part('url', 3, 25)]],
    ['找 @chazuo_bot 问', [part('mention', 2, 11)]],
    ['#老年食堂 怎么办', [part('hashtag', 0, 5)]],
    ['<b>甲</b>', []],
  ])('%s', (text, entities) => {
    expect(formatTyped(text).entities).toEqual(entities);
  });
});

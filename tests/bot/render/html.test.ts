import { expect, test } from 'vitest';
import { bold, italic, line, paragraph, quote } from '../../../src/bot/render/block.ts';
import { stripHtml, toHtml } from '../../../src/bot/render/html.ts';

test('what looks like a mark in a text is shown as it is', () => {
  const html = toHtml([paragraph('<b>&amp;</b> 1 < 2 && 3 > 2', bold('<i>'))]);
  expect(html).toBe('&lt;b&gt;&amp;amp;&lt;/b&gt; 1 &lt; 2 &amp;&amp; 3 &gt; 2<b>&lt;i&gt;</b>');
});

test('paragraphs and quotes stand apart, lines do not', () => {
  const html = toHtml([paragraph(bold('题')), line(italic('源')), quote('文'), paragraph('尾')]);
  expect(html).toBe('<b>题</b>\n<i>源</i>\n\n<blockquote expandable>文</blockquote>\n\n尾');
});

test('without its marks a message reads the same', () => {
  const blocks = [paragraph('<a> & "b"', bold('c')), quote('&lt;', italic('d'))];
  expect(stripHtml(toHtml(blocks))).toBe('<a> & "b"c\n\n&lt;d');
});

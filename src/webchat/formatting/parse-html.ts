import { Refusal } from '../refusal.ts';
import { decodeReference } from './decode-reference.ts';
import type { Entity, FormattedText } from './entity.ts';
import { matchAt, readEndTag, readStartTag, type StartTag } from './html-tag.ts';
import { checkLink } from './links.ts';

interface OpenTag extends StartTag {
  /** Where the tag's text begins, in the text without tags. */
  readonly offset: number;
}

interface Parsing {
  readonly html: string;
  text: string;
  readonly open: OpenTag[];
  readonly entities: Entity[];
}

const styles: Readonly<Record<string, Entity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
};

/**
 * Telegram's HTML mode: a text with a few tags into plain text and entities, with Telegram's own complaints.
 * https://core.telegram.org/bots/api#html-style; the words are those of td's MessageEntity.cpp.
 * @throws Refusal
 */
export function parseHtml(html: string): FormattedText {
  const parsing: Parsing = { html, text: '', open: [], entities: [] };
  for (let at = 0; at < html.length; ) at = readNext(parsing, at);
  const unclosed = parsing.open.at(-1);
  if (unclosed !== undefined) {
    throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  if (!parsing.text.isWellFormed()) {
    throw unparsable(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    );
  }
  return { text: parsing.text, entities: parsing.entities };
}

/** Reads what stands at `at`, a tag, a reference or a run of text, and returns the index behind it. */
function readNext(parsing: Parsing, at: number): number {
  const { html, open, entities } = parsing;
  if (html[at] === '&') {
    const reference = decodeReference(html, at);
    parsing.text += reference.value;
    return reference.end;
  }
  if (html.startsWith('</', at)) {
    const tag = open.pop();
    const end = readEndTag(html, at, tag?.name);
    if (tag !== undefined) closeTag(tag, parsing.text, entities);
    return end;
  }
  if (html[at] === '<') {
    const tag = readStartTag(html, at);
    open.push({ ...tag, offset: parsing.text.length });
    return tag.end;
  }
  const run = matchAt(/[^&<]+/y, html, at);
  parsing.text += run;
  return at + run.length;
}

function unparsable(reason: string): Refusal {
  return new Refusal(`Bad Request: can't parse entities: ${reason}`);
}

function closeTag(tag: OpenTag, text: string, entities: Entity[]): void {
  const { offset } = tag;
  const length = text.length - offset;
  if (length === 0) return;
  const style = styles[tag.name];
  if (style !== undefined) entities.push({ type: style, offset, length });
  else if (tag.name === 'a') addLink(tag, text, entities);
  else if (tag.name === 'pre' || tag.name === 'code') addCode(tag, length, entities);
  else if (tag.name === 'tg-emoji') addEmoji(tag, length, entities);
  else {
    const type = tag.argument === '' ? 'blockquote' : 'expandable_blockquote';
    entities.push({ type, offset, length });
  }
}

function addLink(tag: OpenTag, text: string, entities: Entity[]): void {
  const label = text.slice(tag.offset);
  const url = checkLink(tag.argument === '' ? label : tag.argument);
  // As on Telegram, a link to nowhere is no error: its words stay as text.
  if (url === undefined) return;
  entities.push({ type: 'text_link', offset: tag.offset, length: label.length, url });
}

/** `<pre><code class="language-x">` is one entity with a language. */
function addCode(tag: OpenTag, length: number, entities: Entity[]): void {
  const inner = entities.at(-1);
  const { offset } = tag;
  const sameRange = inner?.offset === offset && inner.length === length;
  if (tag.name === 'pre' && sameRange && inner.type === 'code') entities.pop();
  const language = tag.name === 'code' ? tag.argument : (inner?.language ?? '');
  const type = tag.name === 'pre' ? 'pre' : 'code';
  entities.push({ type, offset, length, ...(language !== '' && { language }) });
}

function addEmoji(tag: OpenTag, length: number, entities: Entity[]): void {
  if (!/^[1-9]\d*$/.test(tag.argument)) {
    throw unparsable('Invalid custom emoji identifier specified');
  }
  const { offset, argument } = tag;
  entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: argument });
}

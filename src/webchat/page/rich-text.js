import { make } from './dom.js';
import { makeQuote } from './quote.js';

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
};
const blocks = new Set(['blockquote', 'expandable_blockquote', 'pre']);

/**
 * A text with Telegram's entities as nodes. Only what is named here becomes an element; all else is text.
 * `onCommand` is called with a command of the text when it is pressed.
 */
export function renderText({ text, entities }, { onCommand, memory }) {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  return renderRange({ text, onCommand, memory }, { start: 0, end: text.length }, sorted);
}

function renderRange(context, range, entities) {
  const nodes = [];
  let at = range.start;
  let rest = entities;
  while (rest.length > 0) {
    const [first, ...others] = rest;
    const end = Math.min(first.offset + first.length, range.end);
    const isBlock = blocks.has(first.type);
    pushText(nodes, context.text.slice(at, first.offset), isBlock);
    const inner = others.filter(({ offset }) => offset < end);
    const inside = inner.map((entity) => clip(entity, first.offset, end));
    const content = renderRange(context, { start: first.offset, end }, inside);
    nodes.push(renderEntity(context, first, content));
    at = isBlock && context.text[end] === '\n' ? end + 1 : end;
    // What sticks out behind this one goes on after it.
    rest = others.map((entity) => clip(entity, at, range.end)).filter(({ length }) => length > 0);
  }
  pushText(nodes, context.text.slice(at, range.end), false);
  return nodes;
}

/** The line break before a block is the block's own. */
function pushText(nodes, text, beforeBlock) {
  const shown = beforeBlock && text.endsWith('\n') ? text.slice(0, -1) : text;
  if (shown !== '') nodes.push(shown);
}

function clip(entity, start, end) {
  const from = Math.max(entity.offset, start);
  const to = Math.min(entity.offset + entity.length, end);
  return { ...entity, offset: from, length: to - from };
}

function renderEntity(context, entity, content) {
  const { type, offset, length } = entity;
  const words = context.text.slice(offset, offset + length);
  if (Object.hasOwn(tags, type)) return make(tags[type], {}, ...content);
  switch (type) {
    case 'blockquote':
      return make('blockquote', {}, ...content);
    case 'expandable_blockquote':
      return makeQuote(content, offset, context.memory);
    case 'spoiler':
      return makeSpoiler(content);
    case 'url':
      return makeLink(words, content);
    case 'text_link':
      return makeLink(entity.url ?? '', content);
    case 'bot_command':
      return make(
        'button',
        { type: 'button', class: 'command', onclick: () => context.onCommand(words) },
        ...content,
      );
    case 'mention':
    case 'hashtag':
      return make('span', { class: 'mention' }, ...content);
    default:
      return make('span', {}, ...content);
  }
}

/** Only addresses of the web are links. */
function makeLink(address, content) {
  if (!/^https?:\/\//i.test(address)) return make('span', {}, ...content);
  const properties = { href: address, target: '_blank', rel: 'noopener noreferrer' };
  return make('a', properties, ...content);
}

function makeSpoiler(content) {
  const hidden = make('button', { type: 'button', class: 'spoiler', title: '显示' }, ...content);
  hidden.addEventListener('click', () => hidden.classList.add('shown'));
  return hidden;
}

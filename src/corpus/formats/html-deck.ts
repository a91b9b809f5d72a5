import { attributeOf, type HtmlElement, linesOf } from './html-tree.ts';

interface Deck {
  readonly title: string | undefined;
  readonly kicker: string | undefined;
  readonly subtitle: string | undefined;
}

const titleName = /^(?:founder-title|article-?title|main-?title|zhengti|title2|bt)$/i;
const headingTag = /^h[1-6]$/;
/** Founder's older pages set the headline in `font01`, kicker and subtitle in `font02`. */
const smallName = /^font02$/i;
/** Characters; a longer one is the article's first paragraph set as a heading. */
const longestHeading = 60;

/**
 * The headline of a page whose system has no field for it: its title is what is named so, or the most important
 * heading; a lesser heading right before it in the same block is the kicker (引题), one right after it the subtitle
 * (副题), as e-papers print them.
 */
export function readDeck(elements: readonly HtmlElement[]): Deck {
  const title =
    findNamed(elements, titleName) ??
    findNamed(elements, /^h1$/) ??
    findNamed(elements, /^font01$/i) ??
    findNamed(elements, /^h2$/);
  if (title === undefined) return { title: undefined, kicker: undefined, subtitle: undefined };
  const headings = elements.filter(
    (element) =>
      element === title || (isLesser(element, title) && blockOf(element) === blockOf(title)),
  );
  const at = headings.indexOf(title);
  return {
    title: textOf(title),
    kicker: textOf(headings[at - 1]),
    subtitle: textOf(headings[at + 1]),
  };
}

function isLesser(element: HtmlElement, title: HtmlElement): boolean {
  const isHeading = headingTag.test(element.tagName) && element.tagName !== title.tagName;
  if (!isHeading && !namesOf(element).some((name) => smallName.test(name))) return false;
  const text = textOf(element) ?? '';
  return text !== '' && text.length <= longestHeading;
}

/** What a headline's parts stand in together: their parent, or the table of an older page. */
function blockOf(element: HtmlElement): unknown {
  let block = element.parentNode;
  while (block !== null && 'tagName' in block && /^(?:td|tr|tbody)$/.test(block.tagName))
    block = block.parentNode;
  return block;
}

/** The first element of such a class, id or tag. */
export function findNamed(
  elements: readonly HtmlElement[],
  pattern: RegExp,
): HtmlElement | undefined {
  return elements.find(
    (element) =>
      pattern.test(element.tagName) || namesOf(element).some((name) => pattern.test(name)),
  );
}

function namesOf(element: HtmlElement): readonly string[] {
  return [attributeOf(element, 'id'), ...attributeOf(element, 'class').split(/\s+/)];
}

/** An element's text on one line. */
export function textOf(element: HtmlElement | undefined): string | undefined {
  if (element === undefined) return;
  return element.tagName === 'title'
    ? element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
    : linesOf([element]).join(' ');
}

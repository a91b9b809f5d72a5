/** Finds the items of a JSON reply's list while the reply is still coming. */
interface ClaimsStream {
  /** Takes in more of the reply; gives back the JSON of the items that are complete with it. */
  take(text: string): readonly string[];
}

/**
 * Reads a reply `{…, "list": [{…}, …]}` as it comes, whatever stands before its first brace: reasoning between
 * `<think>` and `</think>`, a sentence, the fence of a code block. Every object that stands in an array that stands in the
 * reply itself is an item; that it is valid is for the reader of its JSON to say.
 */
export function createClaimsStream(): ClaimsStream {
  let begun = '';
  let scan: Scan | undefined;
  return {
    take(text) {
      if (scan !== undefined) return scanText(scan, text);
      begun += text;
      const start = startOfJson(begun);
      if (start === undefined) return [];
      scan = { open: [], item: '', inString: false, escaped: false };
      return scanText(scan, begun.slice(start));
    },
  };
}

/** The JSON of a whole reply, without what stands around it. */
export function jsonOf(reply: string): string {
  const start = startOfJson(reply);
  if (start === undefined) return '';
  const scan: Scan = { open: [], item: '', inString: false, escaped: false };
  let end = start;
  for (const character of reply.slice(start)) {
    end += character.length;
    read(scan, character);
    if (scan.open.length === 0) return reply.slice(start, end);
  }
  return reply.slice(start);
}

const thinking = /^\s*<(?:think|thinking|thought|reasoning)>/iu;
const thoughtEnd = /<\/(?:think|thinking|thought|reasoning)>/iu;

/** The brace of an object: 「{段落}」 in a sentence before it is none. */
function startOfJson(text: string): number | undefined {
  const thought = text.search(thoughtEnd);
  if (thinking.test(text) && thought === -1) return undefined;
  const from = Math.max(0, thought);
  const start = text.slice(from).search(/\{\s*["}]/u);
  return start === -1 ? undefined : from + start;
}

interface Scan {
  /** The braces and brackets that are open. */
  readonly open: string[];
  /** What has come of the item being read. */
  item: string;
  inString: boolean;
  escaped: boolean;
}

function scanText(scan: Scan, text: string): readonly string[] {
  const items: string[] = [];
  for (const character of text) {
    const isWithin = isInItem(scan);
    read(scan, character);
    if (isWithin || isInItem(scan)) scan.item += character;
    if (isWithin && !isInItem(scan)) {
      items.push(scan.item);
      scan.item = '';
    }
  }
  return items;
}

/** `{ [ {` are open: an object in a list of the reply. */
function isInItem({ open }: Scan): boolean {
  return open.length >= 3 && open[0] === '{' && open[1] === '[' && open[2] === '{';
}

function read(scan: Scan, character: string): void {
  if (scan.inString) readInString(scan, character);
  else readOutside(scan, character);
}

function readInString(scan: Scan, character: string): void {
  if (scan.escaped) scan.escaped = false;
  else if (character === '\\') scan.escaped = true;
  else if (character === '"') scan.inString = false;
}

function readOutside(scan: Scan, character: string): void {
  if (character === '"') scan.inString = true;
  else if (character === '{' || character === '[') scan.open.push(character);
  else if (character === '}' || character === ']') scan.open.pop();
}

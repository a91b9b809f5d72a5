import { foldText } from '../../corpus/fold-text.ts';
import type { Concept, Thesaurus } from '../../corpus/thesaurus.ts';
import { contentWords, segmentFolded, type TextSegment } from '../tokenize.ts';
import { type ConceptSpace, createConceptSpace } from './likely-concepts.ts';

/** An expression of the thesaurus that stands in a text. */
interface FoundConcept {
  /** Names of the concepts that it says. */
  readonly names: readonly string[];
  /** UTF-16 offsets in the folded text. */
  readonly start: number;
  readonly end: number;
}

/** The concepts of the thesaurus, found in texts and said in other words. */
export interface Concepts extends ConceptSpace {
  /** Changes with every change of the thesaurus. */
  readonly fingerprint: string;
  /** The longest expressions between boundaries of the Segmenter, none inside another. */
  findIn(segments: readonly TextSegment[]): readonly FoundConcept[];
  /** The content words of all expressions of a concept, each with its share in the shortest expression it is part of. */
  wordsOf(name: string): ReadonlyMap<string, number>;
  /** All expressions of a concept, folded. */
  waysToSay(name: string): readonly string[];
}

export function openConcepts({ fingerprint, readConcepts }: Thesaurus): Concepts {
  let tables: Tables | undefined;
  let space: ConceptSpace | undefined;
  const words = new Map<string, ReadonlyMap<string, number>>();
  const opened = () => {
    tables ??= makeTables(readConcepts());
    return tables;
  };
  const openedSpace = () => {
    space ??= createConceptSpace(readConcepts());
    return space;
  };
  return {
    fingerprint,
    findIn: (segments) => findLongest(segments, opened()),
    wordsOf(name) {
      const known = words.get(name);
      if (known !== undefined) return known;
      const made = sharesOf(opened().concepts.get(name));
      words.set(name, made);
      return made;
    },
    waysToSay(name) {
      const concept = opened().concepts.get(name);
      return concept === undefined ? [] : expressionsOf(concept).map(foldText);
    },
    likelyIn: (text, most) => openedSpace().likelyIn(text, most),
    knows: (word) => openedSpace().knows(word),
  };
}

/** Names of the concepts of a text, one for each place where one is said. */
export function conceptNames(concepts: Concepts, segments: readonly TextSegment[]): string[] {
  return concepts.findIn(segments).flatMap(({ names }) => names);
}

/** The same for a text that is not cut yet. */
export function conceptNamesIn(concepts: Concepts, text: string): string[] {
  return conceptNames(concepts, segmentFolded(foldText(text)));
}

interface Tables {
  readonly concepts: ReadonlyMap<string, Concept>;
  /** Names by folded expression. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** All beginnings of folded expressions: what is none of them need not be looked at further. */
  readonly beginnings: ReadonlySet<string>;
}

function makeTables(concepts: readonly Concept[]): Tables {
  const names = new Map<string, string[]>();
  for (const concept of concepts) {
    for (const expression of new Set(expressionsOf(concept).map(foldText))) {
      names.set(expression, [...(names.get(expression) ?? []), concept.name]);
    }
  }
  return {
    concepts: new Map(concepts.map((concept) => [concept.name, concept])),
    names,
    beginnings: beginningsOf(names.keys()),
  };
}

function beginningsOf(expressions: Iterable<string>): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const expression of expressions) {
    for (let end = 1; end <= expression.length; end += 1) beginnings.add(expression.slice(0, end));
  }
  return beginnings;
}

function expressionsOf({ name, words, sayings, regional }: Concept): readonly string[] {
  return [name, ...words, ...sayings, ...regional];
}

function findLongest(segments: readonly TextSegment[], tables: Tables): readonly FoundConcept[] {
  const found: FoundConcept[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const { expression, length } = longestFrom(segments, at, tables);
    const names = tables.names.get(expression);
    if (names === undefined) continue;
    const start = segments[at]?.index ?? 0;
    found.push({ names, start, end: start + expression.length });
    at += length - 1;
  }
  return found;
}

/** The longest expression that begins with a segment, and how many segments it is made of. */
function longestFrom(segments: readonly TextSegment[], at: number, tables: Tables) {
  let best = { expression: '', length: 1 };
  let joined = '';
  for (let more = at; more < segments.length; more += 1) {
    joined += segments[more]?.segment ?? '';
    if (!tables.beginnings.has(joined)) break;
    if (tables.names.has(joined)) best = { expression: joined, length: more - at + 1 };
  }
  return best;
}

// One character says too little to be searched for by itself.
const shortestWord = 2;

function sharesOf(concept: Concept | undefined): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const expression of concept === undefined ? [] : expressionsOf(concept)) {
    const words = contentWords(expression);
    for (const word of words) {
      if (word.length < shortestWord) continue;
      shares.set(word, Math.max(shares.get(word) ?? 0, 1 / Math.sqrt(words.length)));
    }
  }
  return shares;
}

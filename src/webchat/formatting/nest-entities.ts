import { overlaps } from './detect-entities.ts';
import { type Entity, sortEntities } from './entity.ts';

const styleTypes = new Set<Entity['type']>([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
]);
const quoteTypes = new Set<Entity['type']>(['blockquote', 'expandable_blockquote']);

/**
 * Brings entities into Telegram's order of nesting: code and links never overlap one another, quotes never nest,
 * and styles are cut out of code. What does not fit is dropped without an error, as Telegram does.
 */
export function nestEntities(entities: readonly Entity[]): readonly Entity[] {
  const sorted = sortEntities(entities);
  const quotes = keepFirst(sorted.filter(({ type }) => quoteTypes.has(type)));
  const solid = keepFirst(
    sorted.filter(({ type }) => !(styleTypes.has(type) || quoteTypes.has(type))),
  ).filter((entity) => !quotes.some((quote) => crosses(entity, quote)));
  const code = solid.filter(({ type }) => type === 'code' || type === 'pre');
  const styles = sorted
    .filter(({ type }) => styleTypes.has(type))
    .flatMap((entity) => cutOut(entity, code));
  return sortEntities([...quotes, ...solid, ...styles]);
}

function keepFirst(sorted: readonly Entity[]): readonly Entity[] {
  const kept: Entity[] = [];
  for (const entity of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last, entity)) kept.push(entity);
  }
  return kept;
}

function crosses(a: Entity, b: Entity): boolean {
  const aEnd = a.offset + a.length;
  const bEnd = b.offset + b.length;
  return (
    overlaps(a, b) && (a.offset < b.offset || aEnd > bEnd) && (b.offset < a.offset || bEnd > aEnd)
  );
}

function cutOut(style: Entity, holes: readonly Entity[]): readonly Entity[] {
  let pieces: readonly Entity[] = [style];
  for (const hole of holes) pieces = pieces.flatMap((piece) => subtract(piece, hole));
  return pieces;
}

function subtract(piece: Entity, hole: Entity): readonly Entity[] {
  if (!overlaps(piece, hole)) return [piece];
  const holeEnd = hole.offset + hole.length;
  return [
    { ...piece, length: hole.offset - piece.offset },
    { ...piece, offset: holeEnd, length: piece.offset + piece.length - holeEnd },
  ].filter(({ length }) => length > 0);
}

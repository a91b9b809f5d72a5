import type { Article } from '../../corpus/article.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import type { DigestItem, Reason } from './digest-content.ts';

/** What a subscription asks for; an empty list asks for all. */
export interface Wishes {
  readonly themes: readonly string[];
  readonly orgTypes: readonly string[];
}

interface Choosing {
  readonly wishes: Wishes;
  /** Ids of the articles that were sent before. */
  readonly seen: ReadonlySet<string>;
  /** Whether 每周一学 was sent this week. */
  readonly hasStudied: boolean;
}

const itemsAtLeast = 3;
const itemsAtMost = 5;

/**
 * Chooses what a digest holds: new articles first, up to five; older ones up to three; one item to study a week. No
 * two of one organisation or one event, nothing that was sent before. The same for the same catalogue and past.
 */
export function chooseItems(catalogue: Catalogue, choosing: Choosing): readonly DigestItem[] {
  const { wishes, seen, hasStudied } = choosing;
  const { entries, clusters } = catalogue;
  const isFree = oneOfAKind([...seen].flatMap((id) => clusters.get(id) ?? []));
  const items: DigestItem[] = [];
  const study = hasStudied
    ? undefined
    : entries.find((entry) => isStudy(entry) && !seen.has(entry.article.id));
  if (study !== undefined && isFree(study)) items.push(toItem(study, { why: 'study' }));
  const wanted = (entry: Entry) =>
    !isStudy(entry) && !seen.has(entry.article.id) && matches(entry.article, wishes);
  for (const entry of entries) {
    if (items.length >= (entry.isNew ? itemsAtMost : itemsAtLeast)) break;
    if (wanted(entry) && isFree(entry)) items.push(toItem(entry, reasonFor(entry, wishes)));
  }
  return items;
}

/** Lets an entry pass when none of its organisation or its event has passed before. */
function oneOfAKind(sentClusters: readonly number[]): (entry: Entry) => boolean {
  const clusters = new Set(sentClusters);
  const organisations = new Set<string>();
  return ({ organisation, cluster }) => {
    if (clusters.has(cluster)) return false;
    if (organisation !== null && organisations.has(organisation)) return false;
    clusters.add(cluster);
    if (organisation !== null) organisations.add(organisation);
    return true;
  };
}

function isStudy({ article }: Entry): boolean {
  return article.kind === 'study-note';
}

function matches({ themes, orgTypes }: Article, wishes: Wishes): boolean {
  return meets(themes, wishes.themes) && meets(orgTypes, wishes.orgTypes);
}

function meets(has: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length === 0 || has.some((each) => wanted.includes(each));
}

function reasonFor({ article, isNew }: Entry, { themes }: Wishes): Reason {
  if (isNew) return { why: 'new' };
  const theme = article.themes.find((each) => themes.includes(each));
  return theme === undefined ? { why: 'unseen' } : { why: 'theme', theme };
}

function toItem({ article, organisation, sentences }: Entry, reason: Reason): DigestItem {
  const { id, title, text, source } = article;
  return { articleId: id, title, organisation, sentences, text, source, reason };
}

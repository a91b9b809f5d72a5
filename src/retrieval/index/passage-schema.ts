import {
  Binary,
  type DataType,
  Field,
  FixedSizeList,
  Float32,
  Float64,
  Int32,
  List,
  Schema,
  Utf8,
} from 'apache-arrow';
import type { Article } from '../../corpus/article.ts';
import type { WordVectors } from '../meaning/word-vectors.ts';
import type { Passage } from '../passage.ts';
import type { PassageTokens } from '../term-counts.ts';

/** What the vectors of an index were made by. */
export interface VectorOrigin {
  readonly embedder: string;
  readonly dimension: number;
}

/** What an index was made by; kept in the table's schema. */
export interface IndexOrigin extends VectorOrigin {
  /** Fingerprint of the thesaurus whose concepts are indexed. */
  readonly thesaurus: string;
  /** Hash of the word vectors that the vocabulary has; empty without. */
  readonly wordVectors: string;
}

/** An article on its way into the index. */
export interface IndexedArticle {
  readonly article: Article;
  /** Hash of the article's content. */
  readonly hash: string;
  /** Full path of the file it stands in. */
  readonly file: string;
  readonly passages: readonly IndexedPassage[];
}

/** Names of concepts, each as often as it weighs. */
export interface NamedConcepts {
  readonly passage: readonly string[];
  /** What the questions are about that its article answers, each once. */
  readonly asked: readonly string[];
}

export interface IndexedPassage extends PassageTokens {
  readonly passage: Passage;
  readonly askedConcepts: readonly string[];
  readonly vector: Float32Array;
}

// Another number here means that indexes made before are emptied and filled again.
const layout = '4';

export function passageSchema(origin: IndexOrigin): Schema {
  const fields = [
    required('id', new Utf8()),
    required('article_id', new Utf8()),
    required('ordinal', new Int32()),
    required('start', new Int32()),
    required('text', new Utf8()),
    required('words', new Utf8()),
    required('bigrams', new Utf8()),
    // Null when there are none: an empty text would count into the mean length of the column.
    optional('concepts', new Utf8()),
    optional('asked', new Utf8()),
    optional('asked_concepts', new Utf8()),
    vectorField(origin.dimension),
    textList('org_types'),
    textList('themes'),
    textList('places'),
    optional('publication', new Utf8()),
    optional('date', new Utf8()),
    required('file', new Utf8()),
    required('hash', new Utf8()),
    optional('title', new Utf8()),
    // The whole article as JSON, on the row of its first passage only: so one commit holds all of it.
    optional('article', new Utf8()),
  ];
  return new Schema(fields, schemaMetadata(origin));
}

/** True when a stored schema is of this layout and was filled by the same makers. */
export function isSameSchema(stored: Schema, origin: IndexOrigin): boolean {
  return Array.from(schemaMetadata(origin)).every(
    ([key, value]) => stored.metadata.get(key) === value,
  );
}

/** One row per passage. */
export function passageRows({ article, hash, file, passages }: IndexedArticle) {
  return passages.map(({ passage, words, bigrams, concepts, asked, askedConcepts, vector }) => ({
    id: passage.id,
    article_id: article.id,
    ordinal: passage.ordinal,
    start: passage.start,
    text: passage.text,
    words: words.join(' '),
    bigrams: bigrams.join(' '),
    concepts: concepts.length === 0 ? null : concepts.join(' '),
    asked: asked.length === 0 ? null : asked.join(' '),
    asked_concepts: askedConcepts.length === 0 ? null : askedConcepts.join(' '),
    vector,
    org_types: article.orgTypes,
    themes: article.themes,
    places: article.places,
    publication: article.source.publication,
    date: article.source.date,
    file,
    hash,
    title: article.title,
    article: passage.ordinal === 0 ? JSON.stringify(article) : null,
  }));
}

/** Files whose articles are in the index. */
export const fileSchema = new Schema([
  required('path', new Utf8()),
  required('hash', new Utf8()),
  textList('article_ids'),
]);

/** How many passages hold a word or bigram: a snapshot for one version of the passages. */
export const termCountSchema = new Schema([
  required('key', new Utf8()),
  required('version', new Int32()),
  required('passages', new Int32()),
  required('words', new Float64()),
  required('bigrams', new Float64()),
  required('asked', new Float64()),
  required('terms', new Binary()),
  required('counts', new Binary()),
]);

/** Vectors an endpoint has made, by hash of embedder and text. */
export function embeddingSchema(dimension: number): Schema {
  return new Schema([required('key', new Utf8()), vectorField(dimension)]);
}

/** Questions a model has written, as JSON, by hash of model and article. */
export const writtenAskedSchema = new Schema([
  required('key', new Utf8()),
  required('asked', new Utf8()),
]);

/** Words of the passages that have a static vector. */
export function vocabularySchema({ dimension }: WordVectors): Schema {
  return new Schema([required('word', new Utf8()), vectorField(dimension)]);
}

function schemaMetadata(origin: IndexOrigin): Map<string, string> {
  return new Map([
    ['layout', layout],
    ['embedder', origin.embedder],
    ['dimension', String(origin.dimension)],
    ['thesaurus', origin.thesaurus],
    ['wordVectors', origin.wordVectors],
  ]);
}

function vectorField(dimension: number) {
  return new Field('vector', new FixedSizeList(dimension, optional('item', new Float32())), false);
}

function required<T extends DataType>(name: string, type: T): Field<T> {
  return new Field(name, type, false);
}

function optional<T extends DataType>(name: string, type: T): Field<T> {
  return new Field(name, type, true);
}

function textList(name: string) {
  return new Field(name, new List(optional('item', new Utf8())), true);
}

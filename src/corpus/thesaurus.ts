import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/** Ways to say a thing. */
export const expressions = z.array(z.string().min(1)).readonly().default([]);

const conceptSchema = z.object({
  /** The official term. */
  name: z.string().min(1),
  group: z.string().min(1).optional(),
  /** As it is printed otherwise. */
  words: expressions,
  /** As people say it. */
  sayings: expressions,
  /** As people of one region say it. */
  regional: expressions,
  /** What people mention when they speak of it, and what alone does not say it. */
  around: expressions,
});

const sectionSchema = z.strictObject({ concepts: z.array(conceptSchema).readonly() });

/** One thing of grassroots work with all the ways to say it. */
export type Concept = Readonly<z.infer<typeof conceptSchema>>;

export interface Thesaurus {
  /** Changes with every change of the concepts. */
  readonly fingerprint: string;
  /** Parsed when first asked for: 160 KB of YAML take 0.2 s, which a start need not wait for. */
  readConcepts(): readonly Concept[];
}

export const emptyThesaurus: Thesaurus = { fingerprint: '', readConcepts: () => [] };

const firstLine = /^concepts:/mu;

/**
 * Opens the section `concepts` of a vocabulary file, which must be its last. Throws an Error naming the file when it
 * is missing; reading the concepts does so when the section is malformed.
 */
export async function loadThesaurus(file: string): Promise<Thesaurus> {
  const { concepts: section } = splitVocabulary(await readText(file));
  let concepts: readonly Concept[] | undefined;
  return {
    fingerprint: createHash('sha256').update(section).digest('hex').slice(0, 16),
    readConcepts() {
      concepts ??= parseConcepts(section, file);
      return concepts;
    },
  };
}

/** The text of a vocabulary file before its section `concepts`, and that section. */
export function splitVocabulary(text: string): {
  readonly rest: string;
  readonly concepts: string;
} {
  const at = text.search(firstLine);
  return at === -1
    ? { rest: text, concepts: '' }
    : { rest: text.slice(0, at), concepts: text.slice(at) };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function parseConcepts(section: string, file: string): readonly Concept[] {
  if (section === '') return [];
  try {
    return sectionSchema.parse(parse(section, { schema: 'failsafe' })).concepts;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): Error {
  const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
  return new Error(
    `词表 ${file} 的 concepts 一节读不出来，请检查文件是否存在、格式是否正确、concepts 是否在最后：${reason}`,
    { cause },
  );
}

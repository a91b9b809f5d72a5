import { type Document, parseDocument } from 'yaml';

interface FrontMatter {
  /** What stands between the fences, as YAML reads it; empty when there are none. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly problem: { readonly line: number; readonly reason: string } | null;
  /** The line of a field, counted from 1, or null. */
  lineOf(field: string): number | null;
}

const fenced = /^\s*---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;

/** Cuts a Markdown text, lines ended by `\n`, into its YAML front matter and its body. */
export function splitFrontMatter(text: string): FrontMatter {
  const match = fenced.exec(text);
  if (match === null) {
    return { fields: {}, body: text, problem: unclosed(text), lineOf: () => null };
  }
  const [whole, yaml = ''] = match;
  const firstLine = whole.slice(0, whole.indexOf('---')).split('\n').length + 1;
  const body = text.slice(whole.length);
  const lines = yaml.split('\n');
  const lineOf = (field: string) => {
    const index = lines.findIndex((line) => line.trimStart().startsWith(`${field}:`));
    return index < 0 ? null : firstLine + index;
  };
  const { fields, error } = parseFields(yaml);
  if (error === null) return { fields, body, problem: null, lineOf };
  const problem = { line: firstLine + error.line - 1, reason: error.reason };
  return { fields: {}, body, problem, lineOf };
}

function unclosed(text: string): FrontMatter['problem'] {
  if (!/^\s*---[ \t]*\n/.test(text)) return null;
  return { line: 1, reason: '文件头以 --- 开始，却没有以 --- 结束，整个文件按正文处理' };
}

function parseFields(yaml: string): {
  fields: Record<string, unknown>;
  error: { line: number; reason: string } | null;
} {
  const document = parseDocument(yaml);
  const [error] = document.errors;
  if (error !== undefined) {
    const [cause = ''] = error.message.split('\n');
    return {
      fields: {},
      error: {
        line: error.linePos?.[0].line ?? 1,
        reason: `文件头不是正确的 YAML，其中的标题、日期等都没有采用（${cause}）`,
      },
    };
  }
  const fields = unfoldAliases(document);
  if (fields === tooManyAliases) {
    return {
      fields: {},
      error: { line: 1, reason: '文件头里的别名（*）层层嵌套，其中的标题、日期等都没有采用' },
    };
  }
  if (isRecord(fields)) return { fields, error: null };
  if (fields === null || fields === undefined) return { fields: {}, error: null };
  return {
    fields: {},
    error: { line: 1, reason: '文件头应当是“名称: 值”的形式，没有采用' },
  };
}

const tooManyAliases = Symbol('too many aliases');

/** Aliases are bounded, so that a few lines cannot unfold into gigabytes. */
function unfoldAliases(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // What yaml throws beyond the bound.
    if (error instanceof ReferenceError) return tooManyAliases;
    throw error;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../src/main.ts');

export interface ChazuoRun {
  readonly code: number | null;
  readonly stdout: string;
  /** One log line each, parsed. */
  readonly log: readonly Record<string, unknown>[];
}

/** Runs the command line as a process of its own, with nothing set but what is given, and waits for its end. */
export async function runChazuo(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ChazuoRun> {
  const child = spawn(process.execPath, [main, ...args], {
    env: environment,
    // No .env of whoever runs the tests.
    cwd: environment.DATA_DIR,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, code] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise<number | null>((settle) => child.once('exit', settle)),
  ]);
  const log = stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line));
  return { code, stdout, log };
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) text += part;
  return text;
}

import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const main = join(project, 'src/main.ts');

/** The starter corpus, as CORPUS_DIR. */
export const starterCorpus = join(project, 'corpus');

interface ChazuoRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** One log line each, parsed. */
  readonly log: readonly Record<string, unknown>[];
}

/** Runs the command line as a process of its own, with nothing set but what is given, and waits for its end. */
export async function runChazuo(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder = environment.DATA_DIR,
): Promise<ChazuoRun> {
  const child = spawn(process.execPath, [main, ...args], {
    env: environment,
    // No .env of whoever runs the tests.
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, code] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise<number | null>((settle) => child.once('exit', settle)),
  ]);
  const log = stderr
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Record<string, unknown> => JSON.parse(line));
  return { code, stdout, stderr, log };
}

interface RunningChazuo extends AsyncDisposable {
  /** Where the page is. */
  readonly address: string;
  /** Ends it with SIGTERM; answers with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `serve` as a process of its own and waits until it says where it is to be found. */
export async function startChazuo(
  environment: Readonly<Record<string, string>>,
): Promise<RunningChazuo> {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: environment,
    cwd: environment.DATA_DIR,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((settle) => child.once('exit', settle));
  const complaints = collect(child.stderr);
  const address = await firstAddress(child.stdout);
  if (address === undefined) throw new Error(`chazuo did not start: ${await complaints}`);
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return {
    address,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}

/** Undefined when it ends without having said one. */
function firstAddress(stdout: NodeJS.ReadableStream): Promise<string | undefined> {
  let text = '';
  return new Promise((settle) => {
    stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      const address = /https?:\/\/\S+/.exec(text)?.[0];
      if (address !== undefined) settle(address);
    });
    stdout.once('end', () => settle(undefined));
  });
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) text += part;
  return text;
}

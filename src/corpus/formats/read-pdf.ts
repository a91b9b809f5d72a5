import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PlacedText } from './text-fragments.ts';

const pageSchema = z.object({
  page: z.number(),
  pages: z.number(),
  texts: z
    .array(
      z.object({
        text: z.string(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        size: z.number(),
      }),
    )
    .readonly(),
});

type PdfPages =
  | { readonly pages: readonly (readonly PlacedText[])[] }
  | { readonly reason: string };

/** Limits of the child process that reads a PDF. */
interface PdfLimits {
  readonly megabytes: number;
  readonly millisecondsPerPage: number;
}

const usualLimits: PdfLimits = { megabytes: 512, millisecondsPerPage: 10_000 };

/**
 * Reads the placed text of a PDF in a child process with bounds of memory and of time a page, since a
 * file may be made to exhaust both. What keeps it from being read is a reason in Chinese.
 */
export async function readPdf(path: string, limits: PdfLimits = usualLimits): Promise<PdfPages> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.megabytes}`,
      fileURLToPath(new URL('pdf-child.ts', import.meta.url)),
      path,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const guard = guardChild({ kill: () => child.kill('SIGKILL'), pid: child.pid }, limits);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  const pages: (readonly PlacedText[])[] = [];
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      guard.renew();
      pages.push(pageSchema.parse(JSON.parse(line)).texts);
    }
    const code = await ended;
    if (guard.reason() !== null || code !== 0)
      return { reason: guard.reason() ?? reasonOf(errors) };
    return { pages };
  } finally {
    guard.end();
    child.kill('SIGKILL');
  }
}

function reasonOf(errors: string): string {
  if (/PasswordException|password/i.test(errors)) return 'PDF 有密码，打不开';
  if (/InvalidPDF|Invalid PDF|MissingPDF|FormatError/i.test(errors))
    return 'PDF 文件已经损坏，或者不是 PDF';
  if (/heap|out of memory|Array buffer allocation/i.test(errors))
    return '读这个 PDF 要用的内存超过上限，没有收入';
  return 'PDF 读不出来，文件可能已经损坏';
}

interface Guard {
  renew(): void;
  end(): void;
  /** Why the child was stopped, or null. */
  reason(): string | null;
}

/** How often the memory of the child is looked at, in milliseconds. */
const interval = 100;

function guardChild(
  { kill, pid }: { readonly kill: () => void; readonly pid: number | undefined },
  { megabytes, millisecondsPerPage }: PdfLimits,
): Guard {
  let deadline = Date.now() + millisecondsPerPage;
  let stopped: string | null = null;
  const stop = (reason: string) => {
    stopped ??= reason;
    kill();
  };
  const timer = setInterval(async () => {
    if (Date.now() > deadline)
      stop(`PDF 有一页读了 ${millisecondsPerPage / 1000} 秒还没读完，没有收入`);
    else if ((await residentMegabytes(pid)) > megabytes)
      stop(`读这个 PDF 要用的内存超过 ${megabytes} MB，没有收入`);
  }, interval);
  return {
    renew: () => {
      deadline = Date.now() + millisecondsPerPage;
    },
    end: () => clearInterval(timer),
    reason: () => stopped,
  };
}

const pageKilobytes = 4;

/** What a process holds in memory; 0 where the system does not say (only Linux does so in a file). */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0;
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      // The child has just ended.
      if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
      throw error;
    },
  );
  return (Number(statm.split(' ')[1] ?? 0) * pageKilobytes) / 1024;
}

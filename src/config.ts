import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { hasNoSecret, isCleanAddress } from './clean-address.ts';
import { searchSteps } from './retrieval/search-steps.ts';

const optionalText = z.string().trim().min(1).optional();
const webAddress = z.url({
  protocol: /^https?$/,
  error: '应是 http:// 或 https:// 开头的网址',
  abort: true,
});
// A wrong address is never repeated: it may hold a password.
const percent =
  '写得不对：用户名和密码里的特殊字符要写成百分号加编码，@ 写成 %40，/ 写成 %2F，# 写成 %23，% 写成 %25';
const port = z.coerce
  .number({ error: '应是 0 到 65535 之间的端口号' })
  .int('应是 0 到 65535 之间的端口号')
  .min(0, '应是 0 到 65535 之间的端口号')
  .max(65_535, '应是 0 到 65535 之间的端口号');

const tokens = z.coerce
  .number({ error: '应是大于 0 的整数' })
  .int('应是大于 0 的整数')
  .positive('应是大于 0 的整数');

const environmentSchema = z.object({
  CORPUS_DIR: z.string().default('./corpus'),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: '应是 trace、debug、info、warn、error、fatal、silent 之一',
    })
    .default('info'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, '应是时区名，例如 Asia/Shanghai')
    .default('Asia/Shanghai'),
  WEBCHAT_PORT: port.default(8765),
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, '不像 @BotFather 给的令牌（形如 123456789:AA…），请重新复制')
    .optional(),
  TELEGRAM_API_ROOT: webAddress
    .refine(hasNoSecret, '里不能有用户名、密码，也不能有 ? # @')
    .optional(),
  HTTPS_PROXY: webAddress.refine(isCleanAddress, percent).optional(),
  ADMIN_IDS: z
    .string()
    .transform(splitIds)
    .pipe(z.array(z.int('应是逗号隔开的数字编号')))
    .default([]),
  WEBHOOK_URL: z
    .url({ protocol: /^https$/, error: '应是 https:// 开头的网址' })
    .refine((address) => !address.includes('@'), '里不能有用户名、密码，也不能有 @')
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, '应是 16 到 256 个字母、数字、下划线或连字符')
    .optional(),
  WEBHOOK_PORT: port.default(8443),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: webAddress
    .refine(hasNoSecret, '里不能有用户名、密码，也不能有 ? # @：密钥请放在 OPENAI_API_KEY')
    .optional(),
  CHAT_MODEL: optionalText,
  EMBEDDING_MODEL: optionalText,
  CHAT_TOKENS_PER_DAY: tokens.default(2_000_000),
  CHAT_TOKENS_PER_READER: tokens.default(200_000),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, {
      error: '应以 postgres:// 开头，后面是用户、密码、主机和库，写法见 .env.example',
      abort: true,
    })
    .refine(isCleanAddress, percent)
    .optional(),
  INDEX_URI: optionalText.refine(
    (uri) => uri === undefined || !uri.includes('://') || hasNoSecret(uri),
    '里不能有密钥，也不能有 ? # @：存储的密钥请放在 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY 这样的环境变量里',
  ),
  // Beside `asked` and the thesaurus neighbour words found nothing more in three measured sets, and cost 2 ms a search.
  SEARCH_WITHOUT: z
    .string()
    .transform((names) => names.split(/[,，\s]+/).filter((name) => !['', 'nothing'].includes(name)))
    .pipe(z.array(z.enum(searchSteps, { error: `应是逗号隔开的 ${searchSteps.join('、')}` })))
    .default(['neighbours']),
  OPEN_ACCESS: z.enum(['0', '1'], { error: '应是 0 或 1' }).default('0'),
});

/** All that can be set from outside; paths are absolute. */
export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the configuration from `./.env` and the environment (which wins). An empty value counts as unset.
 * @throws Error with one message that lists every wrong variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, envFile = '.env') {
  const file = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  const set = Object.entries({ ...file, ...environment }).filter(([, value]) => value !== '');
  const parsed = environmentSchema.superRefine(requireTogether).safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`配置有误，请改正环境变量或 .env 后重新启动：${faults.join('；')}。`);
  }
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  return {
    corpusDir: resolve(values.CORPUS_DIR),
    dataDir,
    logLevel: values.LOG_LEVEL,
    timeZone: values.TIME_ZONE,
    webchatPort: values.WEBCHAT_PORT,
    telegram: telegramOf(values),
    httpsProxy: values.HTTPS_PROXY,
    adminIds: values.ADMIN_IDS,
    model: {
      apiKey: values.OPENAI_API_KEY,
      baseUrl: values.OPENAI_BASE_URL,
      chat: values.CHAT_MODEL,
      embedding: values.EMBEDDING_MODEL,
      tokenCaps: { perDay: values.CHAT_TOKENS_PER_DAY, perReader: values.CHAT_TOKENS_PER_READER },
    },
    databaseUrl: values.DATABASE_URL,
    indexUri: values.INDEX_URI ?? join(dataDir, 'index'),
    searchWithout: values.SEARCH_WITHOUT,
    openAccess: values.OPEN_ACCESS === '1',
  } as const;
}

type Values = z.infer<typeof environmentSchema>;

function telegramOf(values: Values) {
  if (values.BOT_TOKEN === undefined) return undefined;
  return {
    token: values.BOT_TOKEN,
    apiRoot: (values.TELEGRAM_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/, ''),
    webhook:
      values.WEBHOOK_URL === undefined || values.WEBHOOK_SECRET === undefined
        ? undefined
        : { url: values.WEBHOOK_URL, secret: values.WEBHOOK_SECRET, port: values.WEBHOOK_PORT },
  };
}

function requireTogether(values: Values, context: z.RefinementCtx): void {
  const missing = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  const callsModel = values.CHAT_MODEL !== undefined || values.EMBEDDING_MODEL !== undefined;
  if (callsModel && values.OPENAI_API_KEY === undefined && values.OPENAI_BASE_URL === undefined) {
    missing(
      'OPENAI_API_KEY',
      '设了 CHAT_MODEL 或 EMBEDDING_MODEL，还需要密钥，或用 OPENAI_BASE_URL 指向自己的模型服务',
    );
  }
  if (values.WEBHOOK_URL !== undefined && values.WEBHOOK_SECRET === undefined) {
    missing('WEBHOOK_SECRET', '设了 WEBHOOK_URL，就必须设密文');
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('zh', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function splitIds(list: string): number[] {
  return list
    .split(/[,，\s]+/)
    .filter((id) => id !== '')
    .map(Number);
}

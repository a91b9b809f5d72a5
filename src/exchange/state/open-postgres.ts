import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

const connections = 8;
// Milliseconds.
const connectTimeout = 10_000;
const statementTimeout = 60_000;
// PostgreSQL's number of the type bigint. Times and Telegram's ids fit a number (at most 53 bits).
const bigintType = 20;
// Any number of our own: starts at once queue up behind it.
const migrationLock = 714_003_001;

/**
 * Opens a PostgreSQL database, bringing its tables up to date.
 * @throws Error with one sentence naming the server and the remedy; the password is not in it.
 */
export async function openPostgres(databaseUrl: string): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(databaseUrl) }) });
  try {
    await migrateAlone(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw explain(error, databaseUrl);
  }
}

function openPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    keepAlive: true,
    application_name: 'chazuo',
    types: { getTypeParser: parserOf },
  });
  // A server that restarts ends idle connections; the pool drops them, and the next query opens a new one.
  pool.on('error', () => undefined);
  return pool;
}

function parserOf(...[type, format]: Parameters<typeof types.getTypeParser>) {
  return type === bigintType ? Number : types.getTypeParser(type, format);
}

/** `create table if not exists` fails when two do it at once: one start after another, by a lock of the session. */
async function migrateAlone(db: Kysely<Schema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${migrationLock})`.execute(connection);
    try {
      await migrate(db);
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(connection);
    }
  });
}

/** Codes of the network and of PostgreSQL, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const remedies: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', '连接被拒绝，请检查 PostgreSQL 是否在运行、DATABASE_URL 的主机和端口是否写对'],
  ['ENOTFOUND', '查不到这个主机，请检查 DATABASE_URL'],
  ['EAI_AGAIN', '域名解析失败，请检查网络和 DATABASE_URL'],
  ['ETIMEDOUT', '连接超时，请检查网络和防火墙'],
  ['28P01', '用户名或密码不对，请检查 DATABASE_URL'],
  ['28000', '这个用户不许登录，请检查 DATABASE_URL 和服务器的 pg_hba.conf'],
  ['3D000', '没有这个库，请先用 createdb 建好，或检查 DATABASE_URL'],
  ['42501', '这个用户没有建表的权限，请给它这个库的权限'],
  ['53100', '磁盘已满，请腾出空间后重新启动'],
  ['53300', '连接数已满，请稍后重新启动，或调大服务器的 max_connections'],
  ['57P03', '还没有准备好，请稍后重新启动'],
]);

function explain(error: unknown, databaseUrl: string): Error {
  return new Error(`数据库 ${hostOf(databaseUrl)} 用不了：${remedyFor(error)}。`, { cause: error });
}

function remedyFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = remedies.get(code);
  if (known !== undefined) return known;
  const reason = error instanceof Error ? error.message : String(error);
  if (reason.includes('corrupted migrations')) {
    return '来自另一个版本的茶座，请换用较新的版本，或恢复这个版本做的备份';
  }
  if (reason.includes('timeout')) return remedies.get('ETIMEDOUT') ?? reason;
  return `${reason}，请检查 DATABASE_URL 和 PostgreSQL 的日志`;
}

/** Host and database, without user and password. */
function hostOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return '（地址写法有误）';
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}

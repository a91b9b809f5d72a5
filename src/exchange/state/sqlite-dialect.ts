import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

// Milliseconds to wait for another process's write before SQLite says that the file is locked.
const lockTimeout = 5000;
const statementsKept = 500;

/**
 * Opens a file of node:sqlite as a Kysely dialect: write-ahead log, every commit on disk before it is acknowledged.
 * @throws the error of node:sqlite (`code: 'ERR_SQLITE_ERROR'`, `errcode`) when the file is damaged or locked.
 */
export function nodeSqliteDialect(file: string): SqliteDialect {
  const database = new DatabaseSync(file, { timeout: lockTimeout });
  try {
    // What is deleted is overwritten: a reader who asks to be forgotten leaves nothing in the file.
    database.exec(
      'pragma journal_mode=WAL; pragma synchronous=FULL; pragma foreign_keys=on; pragma secure_delete=on;',
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return new TransactionalDialect({ database: asKyselyDatabase(database) });
}

/** Kysely wants better-sqlite3's shape; node:sqlite differs only in `reader` and spread parameters. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const kept = prepared.get(sql);
      if (kept !== undefined) return kept;
      const statement = database.prepare(sql);
      const made: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(toSqlValue)),
        run: (parameters) => statement.run(...parameters.map(toSqlValue)),
        iterate: (parameters) => statement.iterate(...parameters.map(toSqlValue)),
      };
      if (prepared.size < statementsKept) prepared.set(sql, made);
      return made;
    },
  };
}

function toSqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite takes no ${typeof value}: store times as numbers and JSON as text`);
}

/** SQLite's DDL is transactional; Kysely's stock adapter says otherwise, which would leave half a migration after a crash. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Takes the write lock at once: a transaction that begins as a reader can not become a writer later. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }
}

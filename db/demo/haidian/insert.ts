import type postgres from 'postgres';

type Value =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, Value>>;

const BATCH = 4_000;

/** Bytes as a JSON text that PostgreSQL reads back as bytea. */
export const bytes = (value: Uint8Array) => `\\x${Buffer.from(value).toString('hex')}`;

/** Adds rows that all have the first row's columns; one statement for thousands of them. */
export async function insertRows(tx: postgres.TransactionSql, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = tx(Object.keys(first));
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH));
    await tx`
      insert into ${tx(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${tx(table)}, ${batch}::text::json)`;
  }
}

/** Rows came with ids of their own: the next one the database gives must be past them. */
export async function moveSequencePast(tx: postgres.TransactionSql, table: string, column: string): Promise<void> {
  await tx`select setval(pg_get_serial_sequence(${table}, ${column}), (select max(${tx(column)}) from ${tx(table)}))`;
}

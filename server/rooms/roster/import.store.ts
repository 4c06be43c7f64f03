import type { Db, Tx } from '../../platform/database.ts';

export interface ImportRow {
  readonly import_id: number;
  readonly union_id: number;
  readonly staff_id: number;
  readonly file_name: string;
  readonly state: 'previewed' | 'committed' | 'discarded';
  readonly created_at: Date;
  readonly summary: Summary;
  readonly staging_cipher: Buffer | null;
}

/** Counts and headers; nothing about a person. */
export interface Summary {
  readonly columns_used: readonly string[];
  readonly columns_ignored: readonly string[];
  readonly rows: number;
  readonly new: number;
  readonly known: number;
  readonly wrong: number;
}

export async function readImport(db: Db, import_id: number): Promise<ImportRow | undefined> {
  return (await db<ImportRow[]>`select * from roster_import where import_id = ${import_id}`)[0];
}

export async function lockImport(tx: Tx, import_id: number): Promise<ImportRow | undefined> {
  return (await tx<ImportRow[]>`select * from roster_import where import_id = ${import_id} for update`)[0];
}

export async function insertImport(tx: Tx, row: Omit<ImportRow, 'import_id' | 'state'>): Promise<number> {
  const rows = await tx<
    { import_id: number }[]
  >`insert into roster_import (union_id, staff_id, file_name, created_at, summary, staging_cipher) values
    (${row.union_id}, ${row.staff_id}, ${row.file_name}, ${row.created_at}, ${tx.json({ ...row.summary })}, ${row.staging_cipher}) returning import_id`;
  return rows[0]?.import_id ?? 0;
}

/** Decides an import; the people in it are wiped from the staging either way. */
export async function decideImport(
  tx: Tx,
  import_id: number,
  state: 'committed' | 'discarded',
  now: Date,
): Promise<void> {
  await tx`update roster_import set state = ${state}, decided_at = ${now}, staging_cipher = null where import_id = ${import_id}`;
}

/** Which of these keyed hashes are in the register already, in whatever branch. */
export async function readTaken(db: Db, id_numbers: readonly Buffer[], phones: readonly Buffer[]) {
  return db<
    { id_number_index: Buffer; phone_index: Buffer | null; union_id: number }[]
  >`select id_number_index, phone_index, union_id
    from taken_member_indexes(${id_numbers.map(hex)}::text[]::bytea[], ${phones.map(hex)}::text[]::bytea[])`;
}

/** The driver takes an array of bytes for bytes; as text PostgreSQL reads them. */
const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;

import type { EntrySource } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database.ts';

/** One service delivered, as it goes on the books. */
export interface LedgerEntry {
  /** `care_coolness`, `health_check` …: what figures are grouped by. */
  readonly programme: string;
  readonly item: string;
  /** Services (人次); negative only in a correction. */
  readonly quantity: number;
  /** Null where services were counted without names. */
  readonly member_id: number | null;
  /** The member's branch and occupation on that day. */
  readonly union_id: number;
  readonly occupation: string | null;
  readonly place_id: number | null;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly source: EntrySource;
  /** Ids of what shows it: a redemption, a sheet. Nothing about the member. */
  readonly evidence: Readonly<Record<string, string | number>>;
  readonly idempotency_key: string;
  readonly correction_of: number | null;
}

/**
 * Puts a service on the books, once: the same key again changes nothing. Keepers may write what they may not read, so neither
 * `returning` nor a named conflict target may stand here: both would ask row-level security for the right to read.
 */
export async function recordEntry(tx: Tx, entry: LedgerEntry, recorded_by: number): Promise<void> {
  await tx`insert into ledger_entry (programme, item, quantity, member_id, union_id, occupation, place_id, happened_at, recorded_at, recorded_by,
      source, evidence, idempotency_key, correction_of) values
    (${entry.programme}, ${entry.item}, ${entry.quantity}, ${entry.member_id}, ${entry.union_id}, ${entry.occupation}, ${entry.place_id},
     ${entry.happened_at}, ${entry.recorded_at}, ${recorded_by}, ${entry.source}, ${tx.json({ ...entry.evidence })}, ${entry.idempotency_key}, ${entry.correction_of})
    on conflict do nothing`;
}

/**
 * Takes an entry back, wholly and once, by a new entry with the opposite quantity on the same day, so that the figures of
 * that day come right. Nothing is changed or erased. False when the actor does not see the entry, or it is a correction itself.
 */
export async function correctEntry(tx: Tx, entry_id: number, recorded_by: number, now: Date): Promise<boolean> {
  const known = await tx`select from ledger_entry where entry_id = ${entry_id} and correction_of is null`;
  if (known.length === 0) return false;
  await tx`insert into ledger_entry (programme, item, quantity, member_id, union_id, occupation, place_id, happened_at, recorded_at, recorded_by,
      source, evidence, idempotency_key, correction_of)
    select programme, item, -quantity, member_id, union_id, occupation, place_id, happened_at, ${now}, ${recorded_by},
      source, jsonb_build_object('corrects', entry_id), 'correction:' || entry_id, entry_id
    from ledger_entry where entry_id = ${entry_id} on conflict do nothing`;
  return true;
}

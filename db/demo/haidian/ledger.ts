import type postgres from 'postgres';
import type { EntrySource, Programme } from '../../../contract/words.ts';
import { instantText } from './days.ts';
import { insertRows, moveSequencePast } from './insert.ts';
import { type Person, spanOn } from './people.ts';

/** A service as the story tells it; instants in milliseconds since 1970. */
export interface Entry {
  readonly programme: Programme;
  readonly item: string;
  readonly quantity: number;
  readonly member_id: number | null;
  readonly union_id: number;
  readonly occupation: string | null;
  readonly place_id: number | null;
  readonly happened_at: number;
  readonly recorded_at: number;
  readonly recorded_by: number;
  readonly source: EntrySource;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly idempotency_key: string;
  /** The key of the entry this one takes back. */
  readonly corrects?: string;
}

/** The part of an entry that says who: the branch is that of the day. */
export function whoOn(person: Person, day: number): Pick<Entry, 'member_id' | 'union_id' | 'occupation'> {
  const span = spanOn(person, day);
  if (!span) throw new Error(`member ${person.member_id} was no member on that day`);
  return { member_id: person.member_id, union_id: span.union_id, occupation: person.occupation };
}

/** Writes entries in the order they were recorded. */
export async function insertEntries(tx: postgres.TransactionSql, entries: readonly Entry[]): Promise<void> {
  const ordered = entries.toSorted(
    (a, b) => a.recorded_at - b.recorded_at || (a.idempotency_key < b.idempotency_key ? -1 : 1),
  );
  const ids = new Map(ordered.map((entry, index) => [entry.idempotency_key, index + 1]));
  const rows = ordered.map(({ corrects, ...entry }, index) => ({
    entry_id: index + 1,
    ...entry,
    happened_at: instantText(entry.happened_at),
    recorded_at: instantText(entry.recorded_at),
    correction_of: corrects === undefined ? null : (ids.get(corrects) ?? null),
  }));
  await insertRows(tx, 'ledger_entry', rows);
  await moveSequencePast(tx, 'ledger_entry', 'entry_id');
}

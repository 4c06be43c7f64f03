import { labelOf, type Scope } from './actor.ts';
import type { Tx } from './database.ts';

/** One thing done, or one look at personal data. Facts about a member other than their id do not belong in `detail`. */
export interface AuditEntry {
  /** `campaign.published`, `member.seen`: a noun of ours and what happened to it. */
  readonly action: string;
  readonly subject: readonly [kind: string, id: string | number | null];
  readonly union_id?: number | null;
  /** Whose personal data it touched. */
  readonly member_ids?: readonly number[];
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Who asked for what, as the audit log needs it. */
export interface Asker {
  readonly scope: Scope;
  readonly request_id: string;
}

/** Writes the entry in the transaction it tells of, so that neither is ever there without the other. */
export async function writeAudit(tx: Tx, asker: Asker, entry: AuditEntry, now: Date): Promise<void> {
  const { actor } = asker.scope;
  const actorId = actor.kind === 'member' ? actor.member_id : actor.kind === 'staff' ? actor.staff_id : null;
  await tx`insert into audit_entry
    (at, actor_kind, actor_id, actor_label, action, subject_kind, subject_id, union_id, member_ids, detail, request_id) values
    (${now}, ${actor.kind}, ${actorId}, ${labelOf(actor)}, ${entry.action}, ${entry.subject[0]},
     ${entry.subject[1] === null ? null : String(entry.subject[1])}, ${entry.union_id ?? null}, ${[...(entry.member_ids ?? [])]}::integer[],
     ${tx.json({ ...entry.detail })}, ${asker.request_id})`;
}

import type { Asker } from '../../platform/audit.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Vault } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { addMembers } from '../members/index.ts';
import * as store from './import.store.ts';
import { type Person, problem, readPerson, type WrongRow } from './row.rules.ts';
import { readRoster } from './workbook.ts';

/** People to come in and rows that cannot, sealed beside the preview until it is decided. */
export interface Staging {
  readonly people: readonly Person[];
  readonly wrong: readonly WrongRow[];
}

const rowsMax = 5_000;

/** Reads a workbook into a preview. Nobody is added. */
export async function previewImport(
  tx: Tx,
  asker: Asker,
  wanted: { union_id: number; file_name: string; file: Uint8Array },
  vault: Vault,
  now: Date,
): Promise<number> {
  const { actor, branches } = asker.scope;
  if (actor.kind !== 'staff' || !branches.includes(wanted.union_id)) throw notFound();
  const roster = await readRoster(wanted.file);
  if (roster.rows.length > rowsMax) throw new Refusal('roster_too_long', { limit: rowsMax, rows: roster.rows.length });
  const read = roster.rows.map(({ row, cells }) => readPerson(row, cells, roster.columns, now));
  const { people, wrong, known } = await sortOut(tx, read, branches, vault);
  const summary = {
    columns_used: roster.used,
    columns_ignored: roster.ignored,
    rows: read.length,
    new: people.length,
    known,
    wrong: wrong.length,
  };
  const staging: Staging = { people, wrong };
  const row = {
    ...wanted,
    staff_id: actor.staff_id,
    created_at: now,
    summary,
    staging_cipher: vault.seal('roster.staging', JSON.stringify(staging)),
  };
  const import_id = await store.insertImport(tx, row);
  await writeAudit(
    tx,
    asker,
    {
      action: 'roster.previewed',
      subject: ['roster_import', import_id],
      union_id: wanted.union_id,
      detail: { rows: read.length },
    },
    now,
  );
  return import_id;
}

/** New, already known, or wrong: against the file itself and against the register. */
async function sortOut(
  db: Db,
  read: readonly (Person | WrongRow)[],
  branches: readonly number[],
  vault: Vault,
): Promise<Staging & { known: number }> {
  const people: Person[] = [];
  const wrong: WrongRow[] = read.filter((one): one is WrongRow => 'problems' in one);
  let known = 0;
  const good = read.filter((one): one is Person => !('problems' in one));
  const idOf = (person: Person) => vault.index('member.id_number', person.id_number);
  const phoneOf = (person: Person) => vault.index('member.phone', person.phone);
  const taken = await store.readTaken(db, good.map(idOf), good.map(phoneOf));
  const byId = new Map(taken.map((row) => [row.id_number_index.toString('hex'), row]));
  const byPhone = new Set(taken.flatMap((row) => row.phone_index?.toString('hex') ?? []));
  const seen = new Map<string, number>();
  for (const person of good) {
    const [sameId, samePhone] = [seen.get(person.id_number), seen.get(person.phone)];
    const here = byId.get(idOf(person).toString('hex'));
    const refuse = (column: 'id_number' | 'phone', zh: string, en: string) =>
      wrong.push({ row: person.row, name: person.name, problems: [problem(column, zh, en)] });
    if (sameId !== undefined) refuse('id_number', `身份证号与第 ${sameId} 行重复`, `Same ID number as row ${sameId}`);
    else if (samePhone !== undefined)
      refuse('phone', `手机号与第 ${samePhone} 行重复`, `Same phone as row ${samePhone}`);
    else if (here && branches.includes(here.union_id)) known += 1;
    else if (here)
      refuse(
        'id_number',
        '此人已在别的工会在册，请办理转会',
        'Already registered with another union: arrange a transfer',
      );
    else if (byPhone.has(phoneOf(person).toString('hex')))
      refuse(
        'phone',
        '这个手机号已登记在另一位会员名下，请核对',
        'This phone is registered for another member; check it',
      );
    else people.push(person);
    if (sameId === undefined) seen.set(person.id_number, person.row);
    if (samePhone === undefined) seen.set(person.phone, person.row);
  }
  return { people, wrong: wrong.toSorted((a, b) => a.row - b.row), known };
}

/** Adds everybody the preview called new, all or none. Asked again after success, the answer is the same. */
export async function commitImport(tx: Tx, asker: Asker, import_id: number, vault: Vault, now: Date): Promise<void> {
  const row = await store.lockImport(tx, import_id);
  if (!row) throw notFound();
  if (row.state === 'committed') return;
  if (row.state === 'discarded' || row.staging_cipher === null) throw new Refusal('import_decided_already');
  const { people } = openStaging(row, vault);
  if (people.length === 0) throw new Refusal('import_nothing_to_add');
  const rows = people.map(({ row: _, ...person }) => ({ ...person, union_id: row.union_id }));
  // Somebody registered since the preview runs into a unique constraint, which says so and adds nobody.
  const member_ids = await addMembers(tx, vault, rows, now);
  await store.decideImport(tx, import_id, 'committed', now);
  await writeAudit(
    tx,
    asker,
    {
      action: 'roster.committed',
      subject: ['roster_import', import_id],
      union_id: row.union_id,
      member_ids,
      detail: { people: member_ids.length },
    },
    now,
  );
}

/** Throws the preview and the people in it away. */
export async function discardImport(tx: Tx, asker: Asker, import_id: number, now: Date): Promise<void> {
  const row = await store.lockImport(tx, import_id);
  if (!row) throw notFound();
  if (row.state === 'discarded') return;
  if (row.state === 'committed') throw new Refusal('import_decided_already');
  await store.decideImport(tx, import_id, 'discarded', now);
  await writeAudit(
    tx,
    asker,
    { action: 'roster.discarded', subject: ['roster_import', import_id], union_id: row.union_id },
    now,
  );
}

export function openStaging(row: store.ImportRow, vault: Vault): Staging {
  if (row.staging_cipher === null) return { people: [], wrong: [] };
  return JSON.parse(vault.open('roster.staging', row.staging_cipher)) as Staging;
}

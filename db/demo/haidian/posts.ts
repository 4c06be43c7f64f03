import type postgres from 'postgres';
import { staff } from './cast.ts';
import { dayText, instantAt, instantText } from './days.ts';
import { insertRows, moveSequencePast } from './insert.ts';

/** Posts are older than anything their holders did in the story. */
const inPostForDays = 800;

export async function insertStaff(tx: postgres.TransactionSql, today: number, passwordHash: string): Promise<void> {
  const since = today - inPostForDays;
  await insertRows(
    tx,
    'staff',
    staff.map(({ staff_id, login_name, display_name }) => ({
      staff_id,
      login_name,
      display_name,
      password_hash: passwordHash,
      created_at: instantText(instantAt(since, 9 * 60)),
    })),
  );
  await insertRows(
    tx,
    'post',
    staff.map(({ staff_id, union_id, role, station_id }) => ({
      staff_id,
      union_id,
      role,
      station_id,
      valid_from: dayText(since),
    })),
  );
  await moveSequencePast(tx, 'staff', 'staff_id');
}

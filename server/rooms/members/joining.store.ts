import type { Tx } from '../../platform/database.ts';
import type { NewMember } from './joining.ts';

/** A new member as the table keeps one; bytes as `\x…` text. */
export interface SealedMember extends Omit<NewMember, 'id_number' | 'phone'> {
  readonly id_number_cipher: string;
  readonly id_number_index: string;
  readonly phone_cipher: string | null;
  readonly phone_index: string | null;
}

/** Members and the first line of their history, one statement for all of them; ids in the order given. */
export async function insertMembers(tx: Tx, people: readonly SealedMember[], now: Date): Promise<number[]> {
  const rows = await tx<{ member_id: number }[]>`
    with given as (
      select * from rows from (json_to_recordset(${JSON.stringify(people)}::text::json) as (name text, id_number_cipher bytea, id_number_index bytea,
        phone_cipher bytea, phone_index bytea, sex text, birth_date date, ethnic_group text, education text, occupation text,
        platform text, work_street_id integer, union_id integer, joined_on date)) with ordinality
    ), added as (
      insert into member (name, id_number_cipher, id_number_index, phone_cipher, phone_index, sex, birth_date, ethnic_group, education,
        occupation, platform, work_street_id, union_id, membership_state, joined_on, created_at, updated_at)
      select name, id_number_cipher, id_number_index, phone_cipher, phone_index, sex, birth_date, ethnic_group, education,
        occupation, platform, work_street_id, union_id, 'active', joined_on, ${now}, ${now} from given
      returning member_id, id_number_index, union_id, joined_on
    ), noted as (
      insert into membership (member_id, union_id, state, route, valid_from)
      select member_id, union_id, 'active', 'roster', joined_on from added
    )
    select member_id from added join given using (id_number_index) order by given.ordinality`;
  return rows.map((row) => row.member_id);
}

import type { Occupation, Sex } from '../../../contract/words.ts';
import type { Vault } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/database.ts';
import { insertMembers, type SealedMember } from './joining.store.ts';

/** Somebody to enter in the register; numbers in clear, checked by checkIdNumber and checkPhone. */
export interface NewMember {
  readonly name: string;
  readonly id_number: string;
  readonly phone: string | null;
  readonly sex: Sex;
  /** `YYYY-MM-DD`, as joined_on. */
  readonly birth_date: string;
  readonly occupation: Occupation;
  readonly union_id: number;
  readonly joined_on: string;
  readonly platform?: string | null;
  readonly ethnic_group?: string | null;
  readonly education?: string | null;
  readonly work_street_id?: number | null;
}

const batchMax = 4_000;

/**
 * Enters people in the register as active members by roster, numbers sealed; returns their ids in the order given. The
 * caller writes the audit row. @throws the database's error on member_id_number_once or member_phone_once.
 */
export async function addMembers(tx: Tx, vault: Vault, people: readonly NewMember[], now: Date): Promise<number[]> {
  const member_ids: number[] = [];
  for (let start = 0; start < people.length; start += batchMax) {
    const batch = people.slice(start, start + batchMax).map((person) => seal(vault, person));
    member_ids.push(...(await insertMembers(tx, batch, now)));
  }
  return member_ids;
}

function seal(vault: Vault, person: NewMember): SealedMember {
  const { id_number, phone, ...rest } = person;
  return {
    ...rest,
    id_number_cipher: hex(vault.seal('member.id_number', id_number)),
    id_number_index: hex(vault.index('member.id_number', id_number)),
    phone_cipher: phone === null ? null : hex(vault.seal('member.phone', phone)),
    phone_index: phone === null ? null : hex(vault.index('member.phone', phone)),
  };
}

/** Bytes as PostgreSQL reads them from text. */
const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;

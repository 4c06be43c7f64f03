import { checkPhone, plainNumber } from './id-number.rules.ts';

/** What a person typed into the search box, told apart by its look. */
export type Wanted =
  | { readonly by: 'all' }
  | { readonly by: 'id_number'; readonly value: string }
  | { readonly by: 'phone'; readonly value: string }
  | { readonly by: 'name'; readonly pattern: string };

/** Eighteen characters of an ID number, a mobile number, else part of a name taken as it stands. */
export function wantedBy(typed: string | undefined): Wanted {
  const text = (typed ?? '').trim();
  if (text === '') return { by: 'all' };
  const number = plainNumber(text);
  if (/^\d{17}[\dX]$/.test(number)) return { by: 'id_number', value: number };
  const phone = checkPhone(text);
  if (phone.ok) return { by: 'phone', value: phone.value };
  return { by: 'name', pattern: `%${text.replace(/[\\%_]/g, '\\$&')}%` };
}

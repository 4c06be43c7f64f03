/** 王明 → 王*, 王小明 → 王*明, 欧阳小明 → 欧**明: the first character and, of three or more, the last. */
export function maskName(name: string): string {
  const characters = [...name];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (characters.length < 2) return '*';
  return characters.length === 2 ? `${first}*` : `${first}${'*'.repeat(characters.length - 2)}${last}`;
}

/** 138****1234. */
export const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** 110100********1234: the region and the last four; the birth date stays hidden. */
export const maskIdNumber = (number: string) => `${number.slice(0, 6)}********${number.slice(-4)}`;

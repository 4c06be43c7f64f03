// Numbers that pass every check and belong to nobody.
import { dayText } from './days.ts';

/**
 * The region of a person's ID number is always that of a county or district (GB 11643 with GB/T 2260): 110101, 110108 ….
 * 110100 is Beijing's heading 市辖区 over its districts. No registry issues numbers under a heading, so the number
 * is right in province, date and check character and still nobody's.
 */
export const inventedRegion = '110100';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** @param order 0 to 499: the people of one sex born on one day. */
export function idNumber(birthDay: number, sex: 'female' | 'male', order: number): string {
  const sequence = String(order * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const front = inventedRegion + dayText(birthDay).replaceAll('-', '') + sequence;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(front[place]), 0);
  return front + '10X98765432'.charAt(sum % 11);
}

/**
 * 164 is given to no operator: of 16x the ministry's table of network codes (工业和信息化部，我国公众移动通信网网号及H0
 * 分配情况，截至2023年3月底) knows 162, 165, 166, 167 and 1619 only.
 */
export const unallottedPrefix = '164';

/** @param serial 0 to 99,999,999. */
export function phoneNumber(serial: number): string {
  return unallottedPrefix + String(serial).padStart(8, '0');
}

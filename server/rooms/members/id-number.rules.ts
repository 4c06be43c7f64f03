import { stdnum } from 'stdnum';
import { phone as phoneSchema } from '../../../contract/common.ts';
import type { Language } from '../../../contract/endpoint.ts';
import type { Sex } from '../../../contract/words.ts';

type Problem = Record<Language, string>;
export type Checked<T> =
  | ({ readonly ok: true; readonly value: string } & T)
  | { readonly ok: false; readonly problem: Problem };

/** Provinces of GB/T 2260; 81 to 83 also begin the residence permits of people from Hong Kong, Macao and Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
/** Nobody younger may be employed; older than this, a digit of the year is more likely wrong. */
const ages = { least: 16, most: 80 } as const;

const wrong = (zh: string, en: string) => ({ ok: false, problem: { zh, en } }) as const;

/** As numbers are compared: full-width digits narrowed, spaces, dashes and a sheet's leading apostrophe taken out, x as X. */
export const plainNumber = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s'’-]/g, '')
    .toUpperCase();

/** An 18-digit resident ID number (GB 11643): province, date, check character, and an age at which people work, as of `today` (`YYYY-MM-DD`). */
export function checkIdNumber(
  text: string,
  today: string,
): Checked<{ readonly sex: Sex; readonly birth_date: string }> {
  const value = plainNumber(text);
  if (value === '') return wrong('没有填写身份证号', 'The ID number is missing');
  if (!/^\d{17}[\dX]$/.test(value))
    return wrong(
      `身份证号应为 18 位（17 位数字加一位数字或 X），这里是 ${value.length} 位`,
      `An ID number has 18 characters (17 digits and a digit or X); this has ${value.length}`,
    );
  if (!provinces.has(value.slice(0, 2)))
    return wrong(
      `身份证号开头的地区码 ${value.slice(0, 6)} 不存在`,
      `The ID number begins with ${value.slice(0, 6)}, which is no region`,
    );
  const birth_date = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isDate(birth_date))
    return wrong(
      `身份证号里的出生日期 ${birth_date} 不存在`,
      `The ID number holds the birth date ${birth_date}, which does not exist`,
    );
  if (birth_date > today)
    return wrong(
      `身份证号里的出生日期 ${birth_date} 还没有到`,
      `The ID number holds the birth date ${birth_date}, which is still to come`,
    );
  if (!stdnum.CN?.ric?.validate(value).isValid)
    return wrong(
      '身份证号的校验位不对，请核对有没有错一位',
      'The last character of the ID number does not fit the rest; check each digit',
    );
  const age = ageOn(birth_date, today);
  if (age < ages.least)
    return wrong(`未满 ${ages.least} 岁，不能入会`, `Younger than ${ages.least}: cannot be a member`);
  if (age > ages.most)
    return wrong(
      `按身份证号已 ${age} 岁，请核对出生年份`,
      `By the ID number ${age} years old; check the year of birth`,
    );
  return { ok: true, value, sex: Number(value[16]) % 2 === 1 ? 'male' : 'female', birth_date };
}

/** A mainland mobile number, with or without +86, spaces and dashes. */
export function checkPhone(text: string): Checked<object> {
  if (text.trim() === '') return wrong('没有填写手机号', 'The phone number is missing');
  const result = phoneSchema.safeParse(text);
  return result.success
    ? { ok: true, value: result.data }
    : wrong('手机号应为 11 位，以 13 到 19 开头', 'A mobile number has 11 digits and begins with 13 to 19');
}

function isDate(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Whole years; who is born on 29 February has their birthday on 1 March in other years. */
function ageOn(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

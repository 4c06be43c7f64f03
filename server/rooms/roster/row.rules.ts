import type { Language } from '../../../contract/endpoint.ts';
import { type Occupation, occupations, type Sex } from '../../../contract/words.ts';
import { dayOf } from '../../platform/time.ts';
import { checkIdNumber, checkPhone } from '../members/index.ts';
import { type Cell, type ColumnName, textOf } from './workbook.ts';

/** A person of the sheet, understood. */
export interface Person {
  readonly row: number;
  readonly name: string;
  readonly id_number: string;
  readonly phone: string;
  readonly sex: Sex;
  readonly birth_date: string;
  readonly occupation: Occupation;
  readonly platform: string | null;
  readonly ethnic_group: string | null;
  readonly education: string | null;
  readonly joined_on: string;
}

export interface Problem {
  readonly column: Record<Language, string>;
  readonly message: Record<Language, string>;
}

export interface WrongRow {
  readonly row: number;
  readonly name: string;
  readonly problems: readonly Problem[];
}

const columns: Readonly<Record<ColumnName, Record<Language, string>>> = {
  name: { zh: '姓名', en: 'Name' },
  id_number: { zh: '身份证号', en: 'ID number' },
  phone: { zh: '手机号', en: 'Phone' },
  occupation: { zh: '职业', en: 'Occupation' },
  platform: { zh: '平台', en: 'Platform' },
  sex: { zh: '性别', en: 'Sex' },
  birth_date: { zh: '出生日期', en: 'Birth date' },
  ethnic_group: { zh: '民族', en: 'Ethnic group' },
  education: { zh: '学历', en: 'Education' },
  joined_on: { zh: '入会日期', en: 'Joined on' },
};

export const problem = (column: ColumnName, zh: string, en: string): Problem => ({
  column: columns[column],
  message: { zh, en },
});

/** Reads one row; every problem of it is named, not only the first. */
export function readPerson(
  row: number,
  cells: readonly Cell[],
  places: ReadonlyMap<ColumnName, number>,
  now: Date,
): Person | WrongRow {
  const cellOf = (name: ColumnName) => (places.has(name) ? (cells[places.get(name) ?? 0] ?? null) : null);
  const text = (name: ColumnName) => textOf(cellOf(name));
  const problems: Problem[] = [];
  const name = text('name').replace(/\s+/g, ' ');
  if (!isPlain(cells.map(textOf).join('')))
    problems.push(
      problem('name', '这一行有看不见的特殊字符，请重新录入', 'This row holds control characters; type it anew'),
    );
  if (name === '' || name.length > 40)
    problems.push(
      problem(
        'name',
        name === '' ? '没有填姓名' : '姓名太长',
        name === '' ? 'The name is missing' : 'The name is too long',
      ),
    );
  const id = readIdNumber(cellOf('id_number'), now, problems);
  const phone = checkPhone(text('phone'));
  if (!phone.ok) problems.push({ column: columns.phone, message: phone.problem });
  // A sheet without that column says nothing of what people do; an empty cell in it was forgotten.
  const occupation = places.has('occupation') ? readOccupation(text('occupation')) : 'other';
  if (!occupation)
    problems.push(
      problem(
        'occupation',
        text('occupation') === ''
          ? `没有填职业，请写：${choices('zh')}`
          : `职业“${text('occupation')}”认不出，请写：${choices('zh')}`,
        text('occupation') === ''
          ? `The occupation is missing; use one of: ${choices('en')}`
          : `Unknown occupation “${text('occupation')}”; use one of: ${choices('en')}`,
      ),
    );
  const joined = text('joined_on') === '' ? dayOf(now) : readDay(text('joined_on'));
  if (!joined || joined > dayOf(now))
    problems.push(
      problem(
        'joined_on',
        `入会日期“${text('joined_on')}”不是有效的过去日期`,
        `“${text('joined_on')}” is not a real past date`,
      ),
    );
  if (id) problems.push(...contradictions(id, text('sex'), text('birth_date')));
  if (problems.length > 0 || !id || !phone.ok || !occupation || !joined) return { row, name, problems };
  const or = (column: ColumnName) => text(column).slice(0, 60) || null;
  return {
    row,
    name,
    id_number: id.value,
    phone: phone.value,
    sex: id.sex,
    birth_date: id.birth_date,
    occupation,
    platform: or('platform'),
    ethnic_group: or('ethnic_group'),
    education: or('education'),
    joined_on: joined,
  };
}

function readIdNumber(cell: Cell, now: Date, problems: Problem[]) {
  // A spreadsheet keeps fifteen digits of a number: the last ones are already lost, and guessing them would make a stranger.
  if (typeof cell === 'number' || /^\d(\.\d+)?E\+\d+$/i.test(textOf(cell))) {
    problems.push(
      problem(
        'id_number',
        '身份证号存成了数字，后几位已丢失。请把这一列设为“文本”后重新填写',
        'The ID number was stored as a number and lost digits. Set the column to text and enter it again',
      ),
    );
    return undefined;
  }
  const checked = checkIdNumber(textOf(cell), dayOf(now));
  if (checked.ok) return checked;
  problems.push({ column: columns.id_number, message: checked.problem });
  return undefined;
}

function contradictions(id: { sex: Sex; birth_date: string }, sex: string, birth: string): Problem[] {
  const found: Problem[] = [];
  if (sex !== '' && (sex.startsWith('男') ? 'male' : sex.startsWith('女') ? 'female' : '') !== id.sex)
    found.push(problem('sex', `性别“${sex}”与身份证号不一致`, `Sex “${sex}” does not agree with the ID number`));
  if (birth !== '' && readDay(birth) !== id.birth_date)
    found.push(
      problem(
        'birth_date',
        `出生日期“${birth}”与身份证号（${id.birth_date}）不一致`,
        `Birth date “${birth}” does not agree with the ID number (${id.birth_date})`,
      ),
    );
  return found;
}

/** Words people write for an occupation, beside the list's own. */
const synonyms: readonly (readonly [RegExp, Occupation])[] = [
  [/网约车|网约司机|出行司机/, 'ride_hailing_driver'],
  [/快递|揽投|派送员/, 'courier'],
  [/外卖|骑手|送餐|配送员/, 'food_rider'],
  [/货车|卡车|货运/, 'truck_driver'],
  [/家政|保洁|月嫂|保姆/, 'housekeeper'],
  [/房产|中介|经纪人/, 'property_agent'],
  [/主播|直播/, 'livestreamer'],
  [/^其他$|^其它$/, 'other'],
];

function readOccupation(text: string): Occupation | undefined {
  const own = (Object.keys(occupations) as Occupation[]).find(
    (key) => key === text || occupations[key].zh === text || occupations[key].en.toLowerCase() === text.toLowerCase(),
  );
  return own ?? synonyms.find(([pattern]) => pattern.test(text))?.[1];
}

const choices = (language: Language) =>
  Object.values(occupations)
    .map((words) => words[language])
    .join(language === 'zh' ? '、' : ', ');

/** A day as offices write it: 2026-07-01, 2026/7/1, 2026.7.1, 2026年7月1日, 20260701. */
export function readDay(text: string): string | undefined {
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const day = `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
  if (day < '1900') return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/** Text a database and a screen can hold: no control characters, no half of a character. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && ![...text].some((sign) => sign < ' ' && !'\t\n\r'.includes(sign));
}

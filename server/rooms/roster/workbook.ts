import { Worker } from 'node:worker_threads';
import { Refusal } from '../../platform/refusal.ts';

export type Cell = string | number | boolean | Date | null;

/** What a column of a roster means. */
export type ColumnName =
  | 'name'
  | 'id_number'
  | 'phone'
  | 'occupation'
  | 'platform'
  | 'sex'
  | 'birth_date'
  | 'ethnic_group'
  | 'education'
  | 'joined_on';

/** The headers offices write, after spaces, stars and brackets are taken off. */
const headers: Readonly<Record<ColumnName, readonly string[]>> = {
  name: ['姓名', '名字', '会员姓名', '职工姓名'],
  id_number: ['身份证号', '身份证号码', '证件号码', '证件号', '公民身份号码', '身份证'],
  phone: ['手机号', '手机号码', '手机', '联系电话', '电话', '移动电话'],
  occupation: ['职业', '工种', '从业类型', '职业类型', '岗位'],
  platform: ['平台', '所属平台', '单位', '用人单位', '工作单位', '平台或单位'],
  sex: ['性别'],
  birth_date: ['出生日期', '出生年月日', '生日'],
  ethnic_group: ['民族'],
  education: ['学历', '文化程度'],
  joined_on: ['入会日期', '入会时间'],
};

export interface Roster {
  readonly columns: ReadonlyMap<ColumnName, number>;
  /** Headers as the sheet writes them: understood, and left aside. */
  readonly used: readonly string[];
  readonly ignored: readonly string[];
  /** Rows below the header with something in them; `row` counts as the sheet does, from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

const headerWithin = 20;
/** Rows looked at, far beyond what may be imported, so that the refusal can still say how many there are. */
const rowsRead = 20_000;
const sheetsRead = 20;
/** Bytes; a roster of five thousand people unpacks to some five million. */
const unpackedMax = 40_000_000;
const readWithin_ms = 10_000;

/**
 * Finds the roster in a workbook: the first visible sheet with a header row among its first twenty rows.
 * @throws Refusal `file_not_workbook`, `roster_no_header`, `roster_empty`.
 */
export async function readRoster(file: Uint8Array): Promise<Roster> {
  const sheets = await readSheets(file);
  for (const rows of sheets) {
    const at = rows
      .slice(0, headerWithin)
      .findIndex((row) => ['name', 'id_number', 'phone'].every((name) => columnsOf(row).has(name as ColumnName)));
    if (at < 0) continue;
    const header = rows[at] ?? [];
    const columns = columnsOf(header);
    const places = new Set(columns.values());
    const titles = header
      .map((cell, index) => ({ title: textOf(cell).replace(/\s+/g, ''), index }))
      .filter(({ title }) => title !== '');
    const below = rows
      .slice(at + 1)
      .map((cells, index) => ({ row: at + 2 + index, cells }))
      .filter(({ cells }) => [...places].some((place) => textOf(cells[place]) !== ''));
    if (below.length === 0) throw new Refusal('roster_empty');
    return {
      columns,
      used: titles.filter((one) => places.has(one.index)).map((one) => one.title),
      ignored: titles.filter((one) => !places.has(one.index)).map((one) => one.title),
      rows: below,
    };
  }
  throw new Refusal('roster_no_header');
}

async function readSheets(file: Uint8Array): Promise<Cell[][][]> {
  // An .xlsx is a zip; an old .xls or one locked with a password is not, and a person can only save it anew.
  if (!Buffer.isBuffer(file) || !(unpackedSize(file) <= unpackedMax)) throw new Refusal('file_not_workbook');
  return readInWorker(file);
}

/**
 * A workbook can be made to unpack into far more than it says, so it is read beside the server: in a thread with a bound
 * on its memory and on its time, whose end is nobody else's.
 */
function readInWorker(file: Buffer): Promise<Cell[][][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), {
      workerData: { file: new Uint8Array(file), sheets_max: sheetsRead, rows_max: rowsRead },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const deadline = setTimeout(() => void worker.terminate(), readWithin_ms);
    worker.once('message', (rows: Cell[][][]) => resolve(rows));
    worker.once('error', () => reject(new Refusal('file_not_workbook')));
    worker.once('exit', () => {
      clearTimeout(deadline);
      reject(new Refusal('file_not_workbook'));
    });
  });
}

/**
 * What a zip says it unpacks to, in bytes; the reader stops an entry that unpacks to more than it said. NaN for what is no
 * zip, or for an entry that hides its size.
 */
function unpackedSize(file: Buffer): number {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (file.subarray(0, 4).toString('latin1') !== 'PK\x03\x04' || end < 0 || end + 22 > file.length) return Number.NaN;
  let [at, total] = [file.readUInt32LE(end + 16), 0];
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return Number.NaN;
    const [packed, unpacked, nameLength] = [
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 24),
      file.readUInt16LE(at + 28),
    ];
    const folder = file[at + 45 + nameLength] === 0x2f;
    // A size of zero lifts the reader's own limit: it is for folders and for what is truly empty (two bytes, deflated).
    if (!folder && (packed === 0 || (unpacked === 0 && packed > 2))) return Number.NaN;
    total += unpacked;
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return total;
}

function columnsOf(row: readonly Cell[]): Map<ColumnName, number> {
  const found = new Map<ColumnName, number>();
  row.forEach((cell, index) => {
    const title = textOf(cell)
      .replace(/[（(【[].*?[）)】\]]/g, '')
      .replace(/[\s*＊:：]/g, '');
    for (const name of Object.keys(headers) as ColumnName[]) {
      if (!found.has(name) && headers[name].includes(title)) found.set(name, index);
    }
  });
  return found;
}

/** A cell as text: full-width made narrow, ends trimmed, dates as `YYYY-MM-DD`. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10);
  return String(cell).normalize('NFKC').trim();
}

// Reads one workbook in a thread of its own and answers with the rows of its visible sheets.
import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx } from 'hucre/xlsx';

const { file, sheets_max, rows_max } = workerData as { file: Uint8Array; sheets_max: number; rows_max: number };
const workbook = await readXlsx(file, {
  sheets: (info, index) => !info.hidden && !info.veryHidden && index < sheets_max,
  maxRows: rows_max,
});
parentPort?.postMessage(workbook.sheets.map((sheet) => sheet.rows));

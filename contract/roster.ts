import { z } from 'zod';
import { count, id, instant, unionRef } from './common.ts';
import { done, endpoint } from './endpoint.ts';

/** The media type of an .xlsx workbook. */
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A row that cannot come in, and why, in the reader's language. `row` counts as the sheet does, from 1. */
export const wrongRow = z.object({
  row: count,
  name: z.string(),
  problems: z.array(z.object({ column: z.string(), message: z.string() })),
});

export const rosterImport = z.object({
  import_id: id,
  file_name: z.string(),
  union: unionRef,
  state: z.enum(['previewed', 'committed', 'discarded']),
  created_at: instant,
  /** Headers of the sheet that were understood, and those that were left aside. */
  columns_used: z.array(z.string()),
  columns_ignored: z.array(z.string()),
  rows: count,
  /** People who would be (or were) added. */
  new: count,
  /** People already in the register of this branch: left as they are. */
  known: count,
  wrong: count,
  wrong_rows: z.array(wrongRow),
  /** The first rows that would come in, numbers masked, so that a person can see the columns landed right. */
  sample: z.array(
    z.object({
      row: count,
      name: z.string(),
      id_number_masked: z.string(),
      phone_masked: z.string(),
      occupation: z.string(),
    }),
  ),
});
export type RosterImport = z.output<typeof rosterImport>;

const importParams = z.object({ import_id: id });

export const roster = {
  'POST /api/desk/roster-imports': endpoint({
    summary: 'Reads a roster workbook into a preview. Nobody is added yet.',
    query: z.object({ union_id: id, file_name: z.string().trim().min(1).max(200) }),
    file: [xlsx, 'application/octet-stream'],
    reply: rosterImport,
  }),
  'GET /api/desk/roster-imports/:import_id': endpoint({
    summary: 'A preview or a finished import.',
    params: importParams,
    reply: rosterImport,
  }),
  'PUT /api/desk/roster-imports/:import_id/commitment': endpoint({
    summary: 'Adds everybody the preview called new, all or none.',
    params: importParams,
    reply: rosterImport,
  }),
  'DELETE /api/desk/roster-imports/:import_id': endpoint({
    summary: 'Throws the preview and its rows away.',
    params: importParams,
    reply: done,
  }),
};

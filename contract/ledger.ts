import { z } from 'zod';
import { count, day, entrySource, id, instant, month, named, occupation, page, programme, unionRef } from './common.ts';
import { endpoint } from './endpoint.ts';
import { xlsx } from './roster.ts';

/** Services (人次) and people (人数): the source counts both, and so does every figure. */
const figure = { services: z.number().int(), people: count };

/** What a figure is over. Days are in the union's time zone, both included; the default is the last twelve months. */
export const figureQuery = z.object({
  union_id: id.optional(),
  from: named(day, '开始日期', 'From').optional(),
  to: named(day, '结束日期', 'To').optional(),
  programme: programme.optional(),
  /** All care programmes together, people counted once across them. */
  care: z.enum(['true']).optional(),
  occupation: occupation.optional(),
  source: entrySource.optional(),
  /** Only the union's own entries, without those of the branches below it. */
  own: z.enum(['true']).optional(),
});
export type FigureQuery = z.input<typeof figureQuery>;

export const figures = z.object({
  union: unionRef,
  from: day,
  to: day,
  counted_at: instant,
  total: z.object(figure),
  /** The four care programmes together: their people counted once. */
  care: z.object(figure),
  by_programme: z.array(z.object({ programme, recorded: z.number().int(), reported: z.number().int(), ...figure })),
  /** By the branches right below, each with all below it; the union's own entries stand under its own name. */
  by_union: z.array(z.object({ union: unionRef, ...figure })),
  by_month: z.array(z.object({ month, ...figure })),
});
export type Figures = z.output<typeof figures>;

/** One service, as counted; the member masked, or nobody where it was counted without names. */
export const entryRow = z.object({
  entry_id: z.number().int(),
  happened_at: instant,
  recorded_at: instant,
  programme,
  item: z.string(),
  quantity: z.number().int(),
  member: z.object({ member_id: id, name_masked: z.string() }).nullable(),
  occupation: occupation.nullable(),
  union: unionRef,
  place: z.string().nullable(),
  source: entrySource,
  correction_of: z.number().int().nullable(),
});
export type EntryRow = z.output<typeof entryRow>;

export const ledger = {
  'GET /api/desk/figures': endpoint({
    summary: 'Services and people of a branch by programme, branch and month.',
    query: figureQuery,
    reply: figures,
  }),
  'GET /api/desk/figures/entries': endpoint({
    summary: 'The entries a figure was counted from, masked, newest first. The look is on the record.',
    query: figureQuery.extend({ page }),
    reply: z.object({ entries: z.array(entryRow), total: count, ...figure, page: z.number().int() }),
  }),
  'GET /api/desk/figures.xlsx': endpoint({
    summary: 'The figures as a workbook: one sheet each for programme, branch and month.',
    query: figureQuery,
    reply: z.unknown(),
    file_reply: xlsx,
  }),
};

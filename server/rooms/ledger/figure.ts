import type { z } from 'zod';
import type { Figures, figureQuery } from '../../../contract/ledger.ts';
import { type UnionLevel, unionLevels } from '../../../contract/words.ts';
import type { Scope } from '../../platform/actor.ts';
import type { Db } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { addDays, dayOf } from '../../platform/time.ts';
import { reachOf, unionRef } from '../unions/index.ts';
import * as store from './figure.store.ts';

type Query = z.output<typeof figureQuery>;

/**
 * The span a query means: a branch the actor sees (their own by default), days (the last twelve months by default).
 * @throws Refusal `span_invalid`, `not_found` for a branch that is not theirs.
 */
export async function spanOf(db: Db, scope: Scope, query: Query, now: Date): Promise<store.Span> {
  const today = dayOf(now);
  const to = later(query.to ?? today, firstDay);
  const from = later(query.from ?? dayAfterAYearBefore(to), firstDay);
  if (from > to) throw new Refusal('span_invalid');
  const union_id = query.union_id ?? highestUnion(scope);
  if (union_id === undefined || !scope.branches.includes(union_id)) throw notFound();
  // Today's tree: a branch that moved brings its history along. Entries of a branch that has ended stay with it: row-level
  // security opens the branches of today only, so that including them here would still count none of them.
  const branches = query.own ? [union_id] : await reachOf(db, union_id, today);
  return {
    union_id,
    branches,
    from,
    to,
    programme: query.programme,
    care: query.care === 'true',
    occupation: query.occupation,
    source: query.source,
  };
}

/** No union is older; earlier days have no meaning to the calendar of the database. */
const firstDay = '1900-01-01';

const later = (a: string, b: string) => (a > b ? a : b);

/** The first of the twelve months that end with a day: 2026-07-15 → 2025-07-16. */
const dayAfterAYearBefore = (day: string) =>
  addDays(`${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`.replace(/-02-29$/, '-02-28'), 1);

const levels = Object.keys(unionLevels) as UnionLevel[];

/** Where somebody with several posts stands highest. */
function highestUnion(scope: Scope): number | undefined {
  if (scope.actor.kind !== 'staff') return undefined;
  const unions = scope.actor.posts.map((post) => post.union).filter((one) => scope.branches.includes(one.union_id));
  return unions.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))[0]?.union_id;
}

/** All the figures of a span. Each number can be opened as the list it was counted from. */
export async function countFigures(db: Db, span: store.Span, now: Date): Promise<Figures> {
  const union = await unionRef(db, span.union_id);
  if (!union) throw notFound();
  const children = span.branches.length > 1 ? await store.readChildren(db, span.union_id, dayOf(now)) : [];
  const groups = [
    { union_id: span.union_id, reach: [span.union_id] },
    ...children.map((child) => ({ union_id: child.union.union_id, reach: child.reach ?? [] })),
  ];
  const byUnion = new Map((await store.countByUnion(db, span, groups)).map((row) => [row.key, row]));
  const byMonth = new Map((await store.countByMonth(db, span)).map((row) => [row.key, row]));
  const refs = [union, ...children.map((child) => child.union)];
  return {
    union,
    from: span.from,
    to: span.to,
    counted_at: now.toISOString(),
    total: await store.countTotal(db, span),
    care: await store.countTotal(db, { ...span, care: true }),
    by_programme: (await store.countByProgramme(db, span)).map(({ key, services, people, recorded }) => ({
      programme: key,
      services,
      people,
      recorded,
      reported: services - recorded,
    })),
    by_union: refs.flatMap((one) => {
      const figure = byUnion.get(one.union_id);
      if (one.union_id === span.union_id && !figure) return [];
      return [{ union: one, services: figure?.services ?? 0, people: figure?.people ?? 0 }];
    }),
    by_month: monthsOf(span, [...byMonth.keys()]).map((month) => ({
      month,
      services: byMonth.get(month)?.services ?? 0,
      people: byMonth.get(month)?.people ?? 0,
    })),
  };
}

/** Every month a span touches, so that an empty one shows as empty; of more than ten years, the months that have entries. */
function monthsOf(span: Pick<store.Span, 'from' | 'to'>, counted: string[]): string[] {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [first, last] = [number(span.from), number(span.to)];
  if (last - first >= 120) return counted;
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const at = first + step;
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

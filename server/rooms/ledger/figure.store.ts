import type { UnionRef } from '../../../contract/common.ts';
import type { EntryRow } from '../../../contract/ledger.ts';
import type { Programme } from '../../../contract/words.ts';
import type { Db } from '../../platform/database.ts';

/** What a figure is counted over. `branches` are all nodes it takes in; days include both ends. */
export interface Span {
  readonly union_id: number;
  readonly branches: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly programme?: string | undefined;
  readonly care?: boolean;
  readonly occupation?: string | undefined;
  readonly source?: string | undefined;
}

export interface Figure {
  readonly services: number;
  readonly people: number;
}

const within = (
  db: Db,
  span: Span,
) => db`union_id = any (${[...span.branches]}::integer[]) and happened_on between ${span.from} and ${span.to}
  ${span.programme === undefined ? db`` : db`and programme = ${span.programme}`}
  ${span.care ? db`and programme like 'care\\_%'` : db``}
  ${span.occupation === undefined ? db`` : db`and occupation = ${span.occupation}`}
  ${span.source === undefined ? db`` : db`and source = ${span.source}`}`;

/**
 * Services are the sum of quantities; people are those whose quantities sum to more than nothing, so that somebody whose only
 * entry was taken back is not counted. Each key is grouped by itself: people are not additive.
 */
const grouped = (db: Db, source: ReturnType<typeof within>, key: ReturnType<typeof within>, more = db``) => db`
  select key, sum(services)::integer as services, (count(*) filter (where member_id is not null and services > 0))::integer as people
    ${more} from (
    select ${key} as key, member_id, sum(quantity) as services, sum(quantity) filter (where source = 'recorded') as recorded
    from ${source} group by 1, 2) one group by key order by key`;

export async function countTotal(db: Db, span: Span): Promise<Figure> {
  const rows = await db<Figure[]>`${grouped(db, db`ledger_entry where ${within(db, span)}`, db`0`)}`;
  return rows[0] ? { services: rows[0].services, people: rows[0].people } : { services: 0, people: 0 };
}

export async function countByProgramme(db: Db, span: Span) {
  return db<
    (Figure & { key: Programme; recorded: number })[]
  >`${grouped(db, db`ledger_entry where ${within(db, span)}`, db`programme`, db`, coalesce(sum(recorded), 0)::integer as recorded`)}`;
}

export async function countByMonth(db: Db, span: Span) {
  return db<
    (Figure & { key: string })[]
  >`${grouped(db, db`ledger_entry where ${within(db, span)}`, db`to_char(happened_on, 'YYYY-MM')`)}`;
}

/** By the branches right below, each with everything below it; entries of the union itself under its own id. */
export async function countByUnion(
  db: Db,
  span: Span,
  groups: readonly { union_id: number; reach: readonly number[] }[],
) {
  const pairs = groups.flatMap((group) => group.reach.map((id) => [id, group.union_id] as const));
  const source = db`ledger_entry join unnest(${pairs.map((pair) => pair[0])}::integer[], ${pairs.map((pair) => pair[1])}::integer[]) as part(union_id, group_id) using (union_id)
    where ${within(db, span)}`;
  return db<(Figure & { key: number })[]>`${grouped(db, source, db`group_id`)}`;
}

/** The branches right below a union on a day, each with its reach. */
export async function readChildren(db: Db, union_id: number, day: string) {
  return db<{ union: UnionRef; code: string | null; reach: number[] | null }[]>`
    select jsonb_build_object('union_id', n.union_id, 'name', n.name, 'level', n.level) as union, n.code, branch_reach(n.union_id, ${day}) as reach
    from union_edge e join union_node n on n.union_id = e.child_id
    where e.parent_id = ${union_id} and e.valid_from <= ${day} and (e.valid_to is null or e.valid_to > ${day}) order by n.code nulls last, n.name`;
}

export type EntryLine = Omit<EntryRow, 'happened_at' | 'recorded_at' | 'member'> & {
  happened_at: Date;
  recorded_at: Date;
  member_id: number | null;
  name: string | null;
};

/** The entries themselves, newest first. The name is there only where the actor sees the member. */
export async function readEntries(
  db: Db,
  span: Span,
  limit: number,
  offset: number,
): Promise<{ total: number; entries: EntryLine[] }> {
  const total =
    (await db<{ total: number }[]>`select count(*)::integer as total from ledger_entry where ${within(db, span)}`)[0]
      ?.total ?? 0;
  const entries = await db<EntryLine[]>`
    with page as materialized (select * from ledger_entry where ${within(db, span)} order by happened_on desc, entry_id desc limit ${limit} offset ${offset})
    select p.entry_id, p.happened_at, p.recorded_at, p.programme, p.item, p.quantity, p.member_id, m.name, p.occupation, p.source, p.correction_of,
      jsonb_build_object('union_id', n.union_id, 'name', n.name, 'level', n.level) as union, s.name as place
    from page p join union_node n on n.union_id = p.union_id left join member m on m.member_id = p.member_id left join station s on s.station_id = p.place_id
    order by p.happened_on desc, p.entry_id desc`;
  return { total, entries };
}

import type { UnionRef } from '../../../contract/common.ts';
import type { UnionNode } from '../../../contract/unions.ts';
import type { Db } from '../../platform/database.ts';

export async function unionRefs(db: Db, ids: readonly number[]): Promise<Map<number, UnionRef>> {
  const rows = await db<
    UnionRef[]
  >`select union_id, name, level from union_node where union_id = any (${[...new Set(ids)]}::integer[])`;
  return new Map(rows.map((row) => [row.union_id, row]));
}

/** One node as lists name it, whatever its dates. */
export async function unionRef(db: Db, id: number): Promise<UnionRef | undefined> {
  return (await unionRefs(db, [id])).get(id);
}

/** Everything at or below a node on a day (`YYYY-MM-DD`), itself included; empty where the node is not there that day. */
export async function reachOf(db: Db, union_id: number, day: string): Promise<number[]> {
  return (await db<{ reach: number[] | null }[]>`select branch_reach(${union_id}, ${day}) as reach`)[0]?.reach ?? [];
}

/** Branches as of a day, parents first, each with the members at or below it. */
export async function readTree(db: Db, branches: readonly number[], day: string): Promise<UnionNode[]> {
  return db<UnionNode[]>`
    with recursive node as (
      select n.union_id, n.name, n.level, n.code, n.valid_from, e.parent_id from union_node n
      left join union_edge e on e.child_id = n.union_id and e.valid_from <= ${day} and (e.valid_to is null or e.valid_to > ${day})
      where n.union_id = any (${[...branches]}::integer[])),
    up(union_id, ancestor_id) as (
      select union_id, union_id from node union select up.union_id, node.parent_id from up join node on node.union_id = up.ancestor_id
      where node.parent_id is not null),
    own as (select union_id, count(*) as members from member group by union_id),
    below as (select up.ancestor_id as union_id, sum(own.members)::integer as members from up join own using (union_id) group by 1)
    select node.*, coalesce(below.members, 0) as members from node left join below using (union_id)
    order by array_position(array['city','district','street','grassroots','group'], node.level), node.code nulls last, node.union_id`;
}

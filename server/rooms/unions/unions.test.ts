import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnionNode } from '../../../contract/unions.ts';
import { demoHouse } from '../../../test/support/app.ts';

const house = await demoHouse();
const treeFor = async (login: string) =>
  ((await (await house.staff(login))('GET', '/api/unions')).body as unknown as { unions: UnionNode[] }).unions;

test('a district officer sees the district and all below it, parents first, with exact members', async () => {
  const tree = await treeFor('haidian');
  const places = new Map(tree.map((node, place) => [node.union_id, place]));
  assert.equal(tree[0]?.name, '海淀区总工会');
  assert.equal(tree.filter((node) => node.parent_id === null).length, 1);
  for (const [place, node] of tree.entries())
    if (node.parent_id !== null) assert.ok((places.get(node.parent_id) ?? place) < place, node.name);
  for (const node of tree.filter((one) => one.level !== 'grassroots')) {
    const [counted] = await house.owner<
      { n: number }[]
    >`select count(*)::int as n from member where union_id = any (branch_reach(${node.union_id}, '2026-07-15'))`;
    assert.equal(node.members, counted?.n, node.name);
  }
});

test('a street officer sees the street and nothing of the next; the tree is of today', async () => {
  const tree = await treeFor('shangdi');
  assert.equal(tree[0]?.name, '上地街道总工会');
  assert.equal(tree[0]?.parent_id, null);
  assert.ok(tree.every((node) => node.name.startsWith('上地街道')));
  const district = await treeFor('haidian');
  assert.ok(
    !district.some((node) => node.name === '北下关街道便民配送联合工会'),
    'ended, though still in the database',
  );
});

test('a keeper sees a station, not the tree', async () => {
  assert.equal((await (await house.staff('keeper.shangdi'))('GET', '/api/unions')).status, 403);
});

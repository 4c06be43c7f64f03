import type { AddRoute } from '../../platform/http/routes.ts';
import { dayOf } from '../../platform/time.ts';
import { readTree } from './union.store.ts';

export function unionRoutes(route: AddRoute): void {
  route('GET /api/unions', { ability: 'union.read' }, async (ask) => {
    const unions = await readTree(ask.tx, ask.scope.branches, dayOf(ask.now));
    const seen = new Set(unions.map((one) => one.union_id));
    // The node above one's own branch is not one's to see: the tree starts at the branch.
    return {
      unions: unions.map((one) => ({
        ...one,
        parent_id: one.parent_id !== null && seen.has(one.parent_id) ? one.parent_id : null,
      })),
    };
  });
}

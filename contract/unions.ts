import { z } from 'zod';
import { count, day, id, unionRef } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A node of today's tree, flat: the screens build the tree from `parent_id`. */
export const unionNode = unionRef.extend({
  parent_id: id.nullable(),
  code: z.string().nullable(),
  valid_from: day,
  members: count,
});
export type UnionNode = z.output<typeof unionNode>;

export const unions = {
  'GET /api/unions': endpoint({
    summary: 'The branches my post sees, as of today, parents before children, with the members in each.',
    reply: z.object({ unions: z.array(unionNode) }),
  }),
};

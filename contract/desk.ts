import { z } from 'zod';
import { count, instant } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One thing done in my branches, from the audit log, in the reader's language. */
export const change = z.object({ at: instant, by: z.string(), what: z.string() });

export const desk = {
  'GET /api/desk/morning': endpoint({
    summary: 'What an officer needs first: what is running, what runs short, what changed.',
    reply: z.object({
      running: z.array(
        z.object({
          campaign_id: count,
          title: z.string(),
          capacity: count,
          granted: count,
          redeemed: count,
          closes_at: instant,
        }),
      ),
      /** Collection points with no more than a tenth of their places left. */
      short: z.array(
        z.object({ campaign_id: count, title: z.string(), station: z.string(), left: count, capacity: count }),
      ),
      changes: z.array(change),
    }),
  }),
};

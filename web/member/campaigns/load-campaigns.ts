import { call } from '../../../contract/call.ts';
import { setClock } from '../shell/clock.ts';
import { useLoad } from '../shell/load.ts';
import { session } from '../shell/session.ts';

/** All campaigns with the verdict on this reader. Who is signed in is part of the question. */
export function useCampaigns() {
  const { state } = session.use();
  const name = state === 'asking' ? null : `campaigns ${state === 'member' ? 'mine' : 'anyone'}`;
  return useLoad(
    name,
    async (signal) => {
      const reply = await call('GET /api/campaigns', {}, { signal });
      setClock(reply.now);
      return reply;
    },
    'campaigns',
  );
}

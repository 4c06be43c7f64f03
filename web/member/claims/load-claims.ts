import { call } from '../../../contract/call.ts';
import { useLoad } from '../shell/load.ts';
import { session } from '../shell/session.ts';

/** My claims. They stay on the phone until I sign out, so that a voucher opens without a network. */
export function useClaims() {
  const { state } = session.use();
  const name = state === 'member' || (state === 'asking' && navigator.onLine === false) ? 'claims' : null;
  return useLoad(name, (signal) => call('GET /api/claims', {}, { signal }), 'claims');
}

import { call } from '../../../contract/call.ts';
import type { SessionReply } from '../../../contract/signin.ts';
import { setClock } from './clock.ts';
import { forget, recall, remember } from './device.ts';
import { forgetLoaded } from './load.ts';
import { store } from './store.ts';

/** Who is here. `asking` until the server said; `unsure` when it could not be reached and nobody was signed in last. */
export interface Session {
  state: 'asking' | 'member' | 'nobody' | 'unsure';
  name: string;
  /** Signed in at the desk in this browser: a member's screens are not for this session. */
  staff: boolean;
  demo: SessionReply['demo'];
}

/**
 * Whoever was here last is taken to be here still until the server says otherwise: a voucher must open at once, also
 * where the network is there and says nothing. Nothing is claimed on that word; the server decides each time.
 */
const last = recall<string>('member') ?? '';
export const session = store<Session>({ state: last ? 'member' : 'asking', name: last, staff: false, demo: null });

/** Takes in what the server said about who is here. What another person left on this phone is wiped first. */
export function enter(reply: SessionReply): void {
  setClock(reply.now);
  const actor = reply.actor;
  const name = actor?.kind === 'member' ? actor.name : '';
  const before = recall<string>('member') ?? '';
  if (before !== name) {
    forgetLoaded();
    remember('member', name || null);
  }
  session.set({ state: name ? 'member' : 'nobody', name, staff: actor?.kind === 'staff', demo: reply.demo });
}

/** Asks who is here. Without an answer the member who was last here keeps their vouchers on this phone. */
export async function askSession(): Promise<void> {
  try {
    enter(await call('GET /api/session', {}));
  } catch {
    const name = recall<string>('member') ?? '';
    session.set({ ...session.get(), state: name ? 'member' : 'unsure', name });
  }
}

/**
 * Signs out here and wipes what the phone kept. The phone is wiped first, whatever the network says.
 * @throws Refused or Unreachable when the server did not hear of it.
 */
export async function signOut(): Promise<void> {
  forgetLoaded();
  forget('claiming.');
  remember('member', null);
  await call('DELETE /api/session', {});
  session.set({ ...session.get(), state: 'nobody', name: '', staff: false });
}

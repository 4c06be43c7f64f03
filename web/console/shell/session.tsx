import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { call } from '../../../contract/call.ts';
import type { Reply } from '../../../contract/index.ts';
import { setClock } from './clock.ts';
import { type Failure, failureOf } from './failure.ts';
import { useLanguage } from './language.tsx';

export type Session = Reply<'GET /api/session'>;
type Actor = NonNullable<Session['actor']>;
export type Officer = Extract<Actor, { kind: 'staff' }>;

interface SessionState {
  session: Session | null;
  failure: Failure | null;
  /** Set when a session ran out while somebody worked: the sign-in says so. */
  ranOut: boolean;
  enter: (session: Session) => void;
  reload: () => void;
  signedOut: () => void;
}

const SessionContext = createContext<SessionState | null>(null);

/** Knows who is signed in, for everything below. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [session, setSession] = useState<Session | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ranOut, setRanOut] = useState(false);
  const [round, setRound] = useState(0);
  const hear = useCallback((told: Session) => {
    setClock(told.now);
    setSession(told);
  }, []);

  useEffect(() => {
    const leave = new AbortController();
    setFailure(null);
    call('GET /api/session', {}, { signal: leave.signal }).then(hear, (cause: unknown) => {
      if (!leave.signal.aborted) setFailure(failureOf(cause));
    });
    return () => leave.abort();
  }, [language, round, hear]);

  const reload = useCallback(() => setRound((n) => n + 1), []);
  const enter = useCallback(
    (entered: Session) => {
      setRanOut(false);
      hear(entered);
    },
    [hear],
  );
  const signedOut = useCallback(() => {
    setRanOut(true);
    setSession((before) => (before ? { ...before, actor: null, abilities: [] } : before));
    // The list of invented officers comes with a fresh session reply.
    setRound((n) => n + 1);
  }, []);
  const value = useMemo(
    () => ({ session, failure, ranOut, enter, reload, signedOut }),
    [session, failure, ranOut, enter, reload, signedOut],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession outside SessionProvider');
  return state;
}

export const useSignedOut = (): (() => void) => useSession().signedOut;

/** Whether the actor may do a thing, by the abilities the server named. */
export function useCan(): (ability: string) => boolean {
  const { session } = useSession();
  return (ability) => session?.abilities.includes(ability) ?? false;
}

/** The officer at the desk. Only below the sign-in. */
export function useOfficer(): Officer {
  const actor = useSession().session?.actor;
  if (actor?.kind !== 'staff') throw new Error('nobody is signed in');
  return actor;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../contract/call.ts';
import type { ApiKey, Call, Reply } from '../../../contract/index.ts';
import { type Failure, failureOf } from './failure.ts';
import { useLanguage } from './language.tsx';
import { useSignedOut } from './session.tsx';

/** An answer on its way to a screen. The last answer stays while a new one is fetched. */
export interface Asked<T> {
  data: T | null;
  /** When `data` arrived, milliseconds since 1970. */
  arrived: number | null;
  failure: Failure | null;
  loading: boolean;
  again: () => void;
}

interface State<T> {
  about: string;
  data: T | null;
  arrived: number | null;
  failure: Failure | null;
  loading: boolean;
}

const nothing = { about: '', data: null, arrived: null, failure: null, loading: true };

/** Reads something, and again whenever what is asked changes, the language does, or the network comes back. */
export function useAsk<K extends ApiKey>(key: K, parts: Call<K> | null): Asked<Reply<K>> {
  const { language } = useLanguage();
  const signedOut = useSignedOut();
  const about = parts === null ? '' : JSON.stringify([key, parts]);
  const [state, setState] = useState<State<Reply<K>>>(nothing);
  const [round, setRound] = useState(0);
  const asking = useRef(parts);
  asking.current = parts;

  useEffect(() => {
    const current = asking.current;
    if (current === null) return;
    const leave = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    call(key, current, { signal: leave.signal }).then(
      (data) => setState({ about, data, arrived: Date.now(), failure: null, loading: false }),
      (cause: unknown) => {
        if (leave.signal.aborted) return;
        const failure = failureOf(cause);
        if (failure.kind === 'refused' && failure.status === 401) return signedOut();
        setState((before) => ({
          ...before,
          about,
          data: before.about === about ? before.data : null,
          failure,
          loading: false,
        }));
      },
    );
    return () => leave.abort();
  }, [key, about, round, language, signedOut]);

  const again = useCallback(() => setRound((n) => n + 1), []);
  useEffect(() => {
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [again]);

  return { data: state.data, arrived: state.arrived, failure: state.failure, loading: state.loading, again };
}

export interface Sending<K extends ApiKey> {
  /** Asks for a change. `null` when it was refused or no answer came; `failure` then says why. */
  send: (parts: Call<K>, options?: { timeout_ms?: number }) => Promise<Reply<K> | null>;
  sending: boolean;
  failure: Failure | null;
  forget: () => void;
}

/** Changes something, at a press of a button. */
export function useSend<K extends ApiKey>(key: K): Sending<K> {
  const signedOut = useSignedOut();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = useCallback(
    async (parts: Call<K>, options?: { timeout_ms?: number }) => {
      setSending(true);
      setFailure(null);
      try {
        return await call(key, parts, options);
      } catch (cause) {
        const failed = failureOf(cause);
        if (failed.kind === 'refused' && failed.status === 401) signedOut();
        setFailure(failed);
        return null;
      } finally {
        setSending(false);
      }
    },
    [key, signedOut],
  );
  const forget = useCallback(() => setFailure(null), []);
  return { send, sending, failure, forget };
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../../../contract/call.ts';
import { forget, recall, remember } from './device.ts';
import { languageNow } from './settings.ts';

interface Kept<T> {
  key: string;
  data: T;
  at: number;
}

/** What a screen has to show: perhaps old data (`at` says from when), perhaps a trouble, perhaps both. */
export interface Loaded<T> {
  data: T | null;
  /** When `data` was asked for, in milliseconds since 1970. */
  at: number;
  /** Why the last try brought nothing. */
  trouble: unknown;
  reload: () => void;
  /** Puts in what another answer already told. */
  put: (data: T) => void;
}

const memory = new Map<string, Kept<unknown>>();
const stale_ms = 30_000;

/** Forgets everything that was loaded: another person, or nobody, is signed in from now on. */
export function forgetLoaded(): void {
  memory.clear();
  forget('kept.');
}

function held<T>(key: string, slot?: string): Kept<T> | null {
  const here = memory.get(key) as Kept<T> | undefined;
  if (here) return here;
  const kept = slot ? recall<Kept<T>>(`kept.${slot}`) : null;
  return kept?.key === key ? kept : null;
}

function hold<T>(key: string, data: T, slot?: string): void {
  const kept: Kept<T> = { key, data, at: Date.now() };
  memory.set(key, kept);
  if (slot) remember(`kept.${slot}`, kept);
}

/** Changes what is held under `key` in the reader's language, if anything is. */
export function amend<T>(key: string, change: (data: T) => T, slot?: string): void {
  const full = `${languageNow()} ${key}`;
  const kept = held<T>(full, slot);
  if (kept) hold(full, change(kept.data), slot);
}

/** Marks what is held under `key` as old, so that the next screen to need it asks again. */
export function outdate(key: string): void {
  const kept = memory.get(`${languageNow()} ${key}`);
  if (kept) kept.at = 0;
}

/**
 * Loads what a screen shows. What was loaded before is shown at once and asked for again; with `slot` the last answer
 * also stays on the phone for when there is no network. Asks again when the network or the reader comes back.
 */
export function useLoad<T>(name: string | null, ask: (signal: AbortSignal) => Promise<T>, slot?: string): Loaded<T> {
  const key = name === null ? null : `${languageNow()} ${name}`;
  const [, redraw] = useState(0);
  const [tries, setTries] = useState(0);
  const trouble = useRef<{ key: string; cause: unknown } | null>(null);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;

  const put = useCallback(
    (data: T) => {
      if (key === null) return;
      hold(key, data, slot);
      trouble.current = null;
      redraw((n) => n + 1);
    },
    [key, slot],
  );

  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    latestAsk.current(stop.signal).then(put, (cause: unknown) => {
      if (stop.signal.aborted) return;
      trouble.current = { key, cause };
      redraw((n) => n + 1);
    });
    return () => stop.abort();
  }, [key, tries, put]);

  const reload = useCallback(() => setTries((n) => n + 1), []);
  useReturning(key, slot, reload);

  const kept = key === null ? null : held<T>(key, slot);
  const cause = trouble.current?.key === key ? trouble.current?.cause : null;
  // What the server no longer shows to this reader is not shown from memory either.
  const gone = cause instanceof Refused && (cause.status === 401 || cause.status === 404);
  return { data: gone || !kept ? null : kept.data, at: kept?.at ?? 0, trouble: cause ?? null, reload, put };
}

function useReturning(key: string | null, slot: string | undefined, reload: () => void): void {
  useEffect(() => {
    const onReturn = () => {
      const age = key === null ? 0 : Date.now() - (held(key, slot)?.at ?? 0);
      if (document.visibilityState === 'visible' && age > stale_ms) reload();
    };
    addEventListener('online', reload);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      removeEventListener('online', reload);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [key, slot, reload]);
}

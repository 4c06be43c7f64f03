import { type AnchorHTMLAttributes, type MouseEvent, useCallback, useMemo, useSyncExternalStore } from 'react';

// The desk's own router: the address is the state, so that every list can be sent to a colleague as it stands.

const base = '/console';
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
window.addEventListener('popstate', tell);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The full address of a place of the desk, e.g. `/members?q=王` → `/console/members?q=王`. */
export const hrefOf = (to: string): string => `${base}${to}`;

/** Goes to a place of the desk. `replace` leaves no trace in the history: for filters as one types. */
export function go(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (hrefOf(to) === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', hrefOf(to));
  tell();
}

/** Where the reader is, without the base: `/`, `/members`, `/campaigns/12`. */
export function usePath(): string {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return path.slice(base.length).replace(/\/+$/, '') || '/';
}

export interface Address {
  get: (name: string) => string | undefined;
  /** Changes some of the query, the rest stays; an empty value takes it out. */
  set: (changes: Record<string, string | number | undefined | null>, options?: { replace?: boolean }) => void;
  /** This page's address with some of its query changed. */
  with: (changes: Record<string, string | number | undefined | null>) => string;
}

/** The query of the address: filters, page, the row that is open. */
export function useAddress(): Address {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const path = usePath();
  const changed = useCallback(
    (changes: Record<string, string | number | undefined | null>) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === null || value === '') next.delete(name);
        else next.set(name, String(value));
      }
      return next.size > 0 ? `${path}?${next}` : path;
    },
    [search, path],
  );
  return useMemo(() => {
    const params = new URLSearchParams(search);
    return {
      get: (name) => params.get(name) || undefined,
      set: (changes, options) => go(changed(changes), options),
      with: changed,
    };
  }, [search, changed]);
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
}

/** A link inside the desk. Opens in a new tab when asked to, like any link. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={hrefOf(to)} onClick={follow} />;
}

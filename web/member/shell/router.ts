import { store } from './store.ts';

// The address is the state: a path names a screen, and nothing personal ever stands in it. Each entry of the history
// knows its depth, so that "back" stays inside the app, and its scroll position is put back when one returns to it.

interface Entry {
  depth: number;
  key: string;
}

const scrolls = new Map<string, number>();
const newKey = () => Math.random().toString(36).slice(2);
const entryOf = (state: unknown): Entry => (state as Entry | null) ?? { depth: 0, key: 'first' };

let current = entryOf(history.state);
/** The path shown, and whether one came by a link (`moved`) or opened the app with it. */
export const place = store({ path: location.pathname, key: current.key, moved: false });

function show(entry: Entry): void {
  current = entry;
  place.set({ path: location.pathname, key: entry.key, moved: true });
}

export function go(path: string, replace = false): void {
  scrolls.set(current.key, scrollY);
  const entry = { depth: current.depth + (replace ? 0 : 1), key: newKey() };
  history[replace ? 'replaceState' : 'pushState'](entry, '', path);
  show(entry);
}

/** One step back inside the app, or to `parent` where the app was opened here. */
export function back(parent: string): void {
  if (current.depth > 0) history.back();
  else go(parent, true);
}

/** Where to stand when the screen of this entry is drawn. */
export const scrollOf = (key: string): number => scrolls.get(key) ?? 0;

function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  if (link.hash || /^\/(api|console)(\/|$)/.test(link.pathname)) return;
  event.preventDefault();
  go(link.pathname, link.hasAttribute('data-replace'));
}

export function startRouter(): void {
  history.scrollRestoration = 'manual';
  if (history.state === null) history.replaceState(current, '');
  addEventListener('popstate', (event) => {
    scrolls.set(current.key, scrollY);
    show(entryOf(event.state));
  });
  document.addEventListener('click', follow);
}

// What this phone remembers. Storage may be full or switched off: the app then works, and forgets.

const prefix = 'lxq.';

function read<T>(place: Storage, name: string): T | null {
  try {
    const text = place.getItem(prefix + name);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

function write(place: Storage, name: string, value: unknown): void {
  try {
    if (value === null) place.removeItem(prefix + name);
    else place.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Full or switched off: nothing to do about it here.
  }
}

/** Kept until it is taken away. */
export const recall = <T>(name: string): T | null => read<T>(localStorage, name);
export const remember = (name: string, value: unknown): void => write(localStorage, name, value);

/** Kept until this tab is closed. */
export const recallHere = <T>(name: string): T | null => read<T>(sessionStorage, name);
export const rememberHere = (name: string, value: unknown): void => write(sessionStorage, name, value);

/** Takes away everything whose name starts with `start`, in both places. */
export function forget(start: string): void {
  for (const place of [localStorage, sessionStorage]) {
    try {
      for (const name of Object.keys(place)) if (name.startsWith(prefix + start)) place.removeItem(name);
    } catch {
      // Switched off: nothing is there.
    }
  }
}

import { useEffect, useState } from 'preact/hooks';

/** A value that screens watch: `use()` in a component draws it again whenever it is set. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  use(): T;
}

export function store<T>(initial: T): Store<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const watcher of watchers) watcher();
    },
    use() {
      const [, redraw] = useState(0);
      const drawn = value;
      useEffect(() => {
        const watcher = () => redraw((n) => n + 1);
        watchers.add(watcher);
        // It may have been set between the drawing and this moment, when nobody was watching yet.
        if (value !== drawn) watcher();
        return () => void watchers.delete(watcher);
      }, []);
      return value;
    },
  };
}

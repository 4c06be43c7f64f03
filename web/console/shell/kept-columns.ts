import { useState } from 'react';

/** Which columns of a list the reader chose to see; kept in this browser. */
export function useKeptColumns(list: string, initial: readonly string[]): [string[], (columns: string[]) => void] {
  const key = `columns.${list}`;
  const [columns, setColumns] = useState<string[]>(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? [...initial] : kept.split(',').filter(Boolean);
  });
  return [
    columns,
    (next) => {
      localStorage.setItem(key, next.join(','));
      setColumns(next);
    },
  ];
}

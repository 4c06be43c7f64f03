// The server's clock counts, not the officer's computer: "this month" must mean the same days on both sides.
let ahead_ms = 0;

/** Sets the clock by what the server said the time is. */
export function setClock(now: string): void {
  ahead_ms = Date.parse(now) - Date.now();
}

/** Milliseconds since 1970 by the server's clock. */
export const clockNow = (): number => Date.now() + ahead_ms;

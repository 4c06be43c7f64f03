// Countdowns run by the server's clock: a phone's own may be minutes off.
let ahead_ms = 0;

export function setClock(serverNow: string): void {
  ahead_ms = Date.parse(serverNow) - Date.now();
}
export const nowByServer = (): number => Date.now() + ahead_ms;

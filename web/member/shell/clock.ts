import { recall, remember } from './device.ts';

// Countdowns and "expired" go by the server's clock: a phone's own may be hours off. How far off it is stays known
// without a network.
let ahead_ms = recall<number>('clock_ahead_ms') ?? 0;

export function setClock(serverNow: string): void {
  ahead_ms = Date.parse(serverNow) - Date.now();
  remember('clock_ahead_ms', ahead_ms);
}
export const nowByServer = (): number => Date.now() + ahead_ms;

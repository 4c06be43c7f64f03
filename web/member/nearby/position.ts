import { recallHere, rememberHere } from '../shell/device.ts';
import { store } from '../shell/store.ts';

/** WGS-84 degrees, rounded to some ten metres: no more than a distance needs. */
export interface Position {
  latitude: number;
  longitude: number;
}
type State = { at: Position | null; asking: boolean; trouble: 'denied' | 'lost' | 'insecure' | null };

/** Known for as long as this tab lives, so that going back or reloading does not ask again. */
export const position = store<State>({ at: recallHere<Position>('position'), asking: false, trouble: null });

const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

/** Asks the phone where it is. Only ever called from a tap. */
export function askPosition(): void {
  if (!isSecureContext || !navigator.geolocation) {
    position.set({ at: null, asking: false, trouble: 'insecure' });
    return;
  }
  position.set({ ...position.get(), asking: true, trouble: null });
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const at = { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) };
      rememberHere('position', at);
      position.set({ at, asking: false, trouble: null });
    },
    (error) =>
      position.set({ at: null, asking: false, trouble: error.code === error.PERMISSION_DENIED ? 'denied' : 'lost' }),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
}

export function dropPosition(): void {
  rememberHere('position', null);
  position.set({ at: null, asking: false, trouble: null });
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Straight-line metres between two places. */
export function metresBetween(a: Position, b: Position): number {
  const height = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const width = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const share = height + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * width;
  return 2 * 6_371_008 * Math.asin(Math.sqrt(share));
}

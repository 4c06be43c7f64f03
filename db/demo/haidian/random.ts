/** Chance from a seed: the same name gives the same story, and one file's draws do not shift another's. */
export interface Chance {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True `share` of the time. */
  happens(share: number): boolean;
  /** From 0 up to but not including 1. */
  unit(): number;
  /** About -1.5 to 1.5, thickest around 0. */
  bell(): number;
  pick<T>(list: readonly T[]): T;
  /** Drawn in proportion to the weights. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** A new list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  hex(digits: number): string;
}

export function makeChance(seed: string): Chance {
  let state = seedNumber(seed);
  const unit = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 4294967296;
  };
  const below = (limit: number) => Math.floor(unit() * limit);
  return {
    unit,
    below,
    between: (low, high) => low + below(high - low + 1),
    happens: (share) => unit() < share,
    bell: () => unit() + unit() + unit() - 1.5,
    pick: (list) => at(list, below(list.length)),
    weighted: (list) => drawWeighted(list, unit()),
    shuffled: (list) => shuffle(list, below),
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
}

/** An element that is known to be there; a story that miscounts stops here. */
export function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new Error(`no element ${index} in a list of ${list.length}`);
  return list[index] as T;
}

/**
 * A client's id (UUIDv7) made from the story's time and chance, so that it is the same at every loading.
 * @param instant milliseconds since 1970
 */
export function uuidV7(instant: number, chance: Chance): string {
  const time = instant.toString(16).padStart(12, '0');
  const variant = (8 + chance.below(4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.hex(3)}-${variant}${chance.hex(3)}-${chance.hex(12)}`;
}

function seedNumber(seed: string): number {
  let number = 0x811c9dc5;
  for (const letter of seed) number = Math.imul(number ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return number | 0;
}

/** Spreads one step of a counter over all 32 bits. */
function mix(counter: number): number {
  let z = counter;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

function drawWeighted<T>(list: readonly (readonly [T, number])[], chance: number): T {
  let rest = chance * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of list) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return at(list, list.length - 1)[0];
}

function shuffle<T>(list: readonly T[], below: (limit: number) => number): T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = below(last + 1);
    const kept = at(shuffled, last);
    shuffled[last] = at(shuffled, other);
    shuffled[other] = kept;
  }
  return shuffled;
}

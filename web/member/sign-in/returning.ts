import { back, go, place } from '../shell/router.ts';

// Where a person stood when they were asked to sign in, and what they were about to claim there.
interface Return {
  path: string;
  item: string | null;
}

let wanted: Return | null = null;

export function goSignIn(item: string | null = null): void {
  wanted = { path: place.get().path, item };
  go('/sign-in');
}

export const returning = (): Return | null => wanted;

/** Back to exactly where they were; to their own page where they came to sign in by its address. */
export function goBackFromSignIn(): void {
  const known = wanted !== null;
  wanted = null;
  if (known) back('/mine');
  else go('/mine', true);
}

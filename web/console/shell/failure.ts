import { Refused, Unreachable } from '../../../contract/call.ts';

type Refusal = Refused['refusal'];

/** Why something did not work, as a screen shows it. */
export type Failure = { kind: 'refused'; status: number; refusal: Refusal } | { kind: 'unreachable' };

/** Anything that is neither a refusal nor a lost connection is a bug of ours: thrown on, so that the browser's console shows it. */
export function failureOf(cause: unknown): Failure {
  if (cause instanceof Refused) return { kind: 'refused', status: cause.status, refusal: cause.refusal };
  if (cause instanceof Unreachable) return { kind: 'unreachable' };
  throw cause;
}

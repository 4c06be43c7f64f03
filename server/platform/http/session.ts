import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import type { Database, Tx } from '../database.ts';
import { dayOf } from '../time.ts';

const cookieName = 'lxq_session';
const deviceName = 'lxq_device';
/** A worker's phone stays signed in for a season, a desk for a working day. */
const lifetimeHours = { member: 24 * 90, staff: 12 } as const;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Who holds the session cookie of this request; anonymous without one or when it has ended. */
export async function actorOf(request: FastifyRequest, database: Database, now: Date): Promise<Actor> {
  const token = request.cookies[cookieName];
  if (token === undefined || token.length > 100) return { kind: 'anonymous' };
  const rows = await database.transaction(
    'lxq_gate',
    null,
    (tx) => tx<{ actor: Actor | null }[]>`select resolve_session(${hashOf(token)}, ${now}, ${dayOf(now)}) as actor`,
  );
  return rows[0]?.actor ?? { kind: 'anonymous' };
}

/** Starts a session and ends the one this browser had, so that a token fixed beforehand is worth nothing. */
export async function startSession(
  tx: Tx,
  ask: { request: FastifyRequest; reply: FastifyReply; now: Date },
  who: { kind: 'member' | 'staff'; id: number },
): Promise<void> {
  await endSession(tx, ask.request);
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(ask.now.getTime() + lifetimeHours[who.kind] * 3_600_000);
  await tx`delete from session where expires_at < ${ask.now}`;
  await tx`insert into session (token_hash, kind, member_id, staff_id, created_at, last_seen_at, expires_at) values
    (${hashOf(token)}, ${who.kind}, ${who.kind === 'member' ? who.id : null}, ${who.kind === 'staff' ? who.id : null}, ${ask.now}, ${ask.now}, ${expires})`;
  void ask.reply.setCookie(cookieName, token, {
    ...cookieOptions(ask.request),
    // A span and not a moment: a phone whose clock is off would drop the cookie at once.
    maxAge: lifetimeHours[who.kind] * 3_600,
  });
  ask.request.cookies[cookieName] = token;
}

/** Ends the session of this browser, if it has one. */
export async function endSession(tx: Tx, request: FastifyRequest): Promise<void> {
  const token = request.cookies[cookieName];
  if (token !== undefined) await tx`delete from session where token_hash = ${hashOf(token)}`;
}

export function forgetCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(cookieName, cookieOptions(request));
}

/** The actor of a session begun in this very transaction. */
export async function actorNow(tx: Tx, request: FastifyRequest, now: Date): Promise<Actor> {
  const rows = await tx<
    { actor: Actor | null }[]
  >`select resolve_session(${hashOf(request.cookies[cookieName] ?? '')}, ${now}, ${dayOf(now)}) as actor`;
  return rows[0]?.actor ?? { kind: 'anonymous' };
}

/** An id for this browser, so that limits need not count everybody behind one address as one. */
export function deviceOf(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[deviceName];
  if (known !== undefined && /^[\w-]{22}$/.test(known)) return known;
  const device = randomBytes(16).toString('base64url');
  void reply.setCookie(deviceName, device, { ...cookieOptions(request), maxAge: 365 * 86_400 });
  return device;
}

const cookieOptions = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;

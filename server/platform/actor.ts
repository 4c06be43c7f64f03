import type { Occupation, Role, UnionLevel } from '../../contract/words.ts';

/** Where in the tree an officer stands, and everything at or below it today. */
export interface ActorPost {
  readonly post_id: number;
  readonly role: Role;
  readonly station_id: number | null;
  readonly union: { readonly union_id: number; readonly name: string; readonly level: UnionLevel };
  readonly reach: readonly number[];
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}
export interface MemberActor {
  readonly kind: 'member';
  readonly member_id: number;
  readonly name: string;
  readonly occupation: Occupation;
  readonly union: ActorPost['union'];
}
export interface StaffActor {
  readonly kind: 'staff';
  readonly staff_id: number;
  readonly name: string;
  readonly posts: readonly ActorPost[];
}

/** Who acts. The worker of background jobs has none. */
export type Actor = AnonymousActor | MemberActor | StaffActor;

/** An actor with what one ability opens to them: branches of the tree, and stations for a keeper. */
export interface Scope {
  readonly actor: Actor;
  readonly branches: readonly number[];
  readonly places: readonly number[];
}

/**
 * Who may do what: each ability with the members, or the roles of staff, that have it. Whoever is not named may not.
 * Rooms write theirs in `policy.ts`; `app.ts` joins them.
 */
export type Policy = Readonly<Record<string, readonly ('member' | Role)[]>>;

/** The abilities of an actor under a policy. */
export function abilitiesOf(actor: Actor, policy: Policy): string[] {
  return Object.keys(policy).filter((ability) => may(actor, policy, ability));
}

export function may(actor: Actor, policy: Policy, ability: string): boolean {
  const who = policy[ability] ?? [];
  if (actor.kind === 'member') return who.includes('member');
  if (actor.kind === 'staff') return actor.posts.some((post) => who.includes(post.role));
  return false;
}

/** What an ability opens to an actor: only the posts that carry it count. A keeper's post opens a station, not a branch. */
export function scopeOf(actor: Actor, policy: Policy, ability: string): Scope {
  if (actor.kind !== 'staff') return { actor, branches: [], places: [] };
  const posts = actor.posts.filter((post) => (policy[ability] ?? []).includes(post.role));
  return {
    actor,
    branches: [...new Set(posts.filter((post) => post.station_id === null).flatMap((post) => post.reach))],
    places: [...new Set(posts.flatMap((post) => post.station_id ?? []))],
  };
}

/** Name and post, as the audit log keeps them and a member reads them. */
export function labelOf(actor: Actor): string | null {
  return actor.kind === 'staff' ? `${actor.name} · ${actor.posts[0]?.union.name ?? ''}` : null;
}

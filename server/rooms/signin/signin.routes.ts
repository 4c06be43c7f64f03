import type { SessionReply } from '../../../contract/signin.ts';
import { type Actor, abilitiesOf, type Policy } from '../../platform/actor.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Vault } from '../../platform/crypto.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { AddRoute, Ask } from '../../platform/http/routes.ts';
import { actorNow, deviceOf, endSession, forgetCookie, startSession } from '../../platform/http/session.ts';
import { hashOfNobody, verifyPassword } from '../../platform/password.ts';
import { countTry, forgiveTries, type Limit } from '../../platform/rate-limit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { againAfterSeconds, countCodeTry, findMember, makeCode, secondsToWait, useCode, validSeconds } from './code.ts';

export interface SigninTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly policy: Policy;
  readonly demo: SessionReply['demo'];
}

const limit = (name: string, of: string, hits_max: number, window_minutes: number): Limit => ({
  name,
  of,
  hits_max,
  window_minutes,
});

const codesOf = (phone: string) => limit('code.phone', phone, 6, 60);
const triesOf = (phone: string) => limit('try.phone', phone, 20, 60);

export function signinRoutes(route: AddRoute, tools: SigninTools): void {
  route('GET /api/session', 'public', async (ask) => replyFor(ask.tx, ask.actor, tools, ask.now));
  codeRoutes(route, tools);
  staffRoute(route, tools);
  route('DELETE /api/session', { public: true, role: 'lxq_gate' }, async (ask) => {
    await endSession(ask.tx, ask.request);
    if (ask.actor.kind !== 'anonymous')
      await writeAudit(ask.tx, ask, { action: 'session.ended', subject: ['session', null] }, ask.now);
    forgetCookie(ask.request, ask.reply);
    return { done: true as const };
  });
}

function codeRoutes(route: AddRoute, tools: SigninTools): void {
  const { database, vault } = tools;
  route(
    'POST /api/session/codes',
    {
      public: true,
      role: 'lxq_gate',
      // A whole square may share one address: the bound on it only stops a flood.
      before: (ask) =>
        countTry(
          database,
          vault,
          [
            codesOf(ask.body.phone),
            limit('code.device', deviceOf(ask.request, ask.reply), 12, 60),
            limit('code.address', ask.request.ip, 600, 60),
          ],
          ask.now,
        ),
    },
    async (ask) => {
      const wait = await secondsToWait(ask.tx, vault, ask.body.phone, ask.now);
      // In the demo nobody's phone rings, and trying twice in a minute is what people do with a demo.
      if (wait > 0 && tools.demo === null) throw new Refusal('too_many_tries', { minutes: 1 });
      const code = await makeCode(ask.tx, vault, { phone: ask.body.phone, language: ask.language, now: ask.now });
      return {
        sent: true as const,
        again_after_seconds: againAfterSeconds,
        valid_seconds: validSeconds,
        ...(tools.demo === null ? {} : { demo_code: code }),
      };
    },
  );
  route(
    'POST /api/session/member',
    {
      public: true,
      role: 'lxq_gate',
      before: async (ask) => {
        await countTry(
          database,
          vault,
          [triesOf(ask.body.phone), limit('try.device', deviceOf(ask.request, ask.reply), 60, 60)],
          ask.now,
        );
        await database.transaction('lxq_gate', null, (tx) => countCodeTry(tx, vault, ask.body.phone));
      },
    },
    async (ask) => {
      const good = await useCode(ask.tx, vault, { ...ask.body, now: ask.now });
      const member_id = await findMember(ask.tx, vault, ask.body.phone);
      if (!good || member_id === undefined) throw new Refusal('code_wrong');
      await forgiveTries(ask.tx, vault, [codesOf(ask.body.phone), triesOf(ask.body.phone)], ask.now);
      await startSession(ask.tx, ask, { kind: 'member', id: member_id });
      return begin(ask, tools);
    },
  );
}

function staffRoute(route: AddRoute, tools: SigninTools): void {
  const { database, vault } = tools;
  const byName = (login_name: string) => limit('staff.name', login_name.toLowerCase(), 15, 15);
  route(
    'POST /api/session/staff',
    {
      public: true,
      role: 'lxq_gate',
      before: (ask) => {
        const device = deviceOf(ask.request, ask.reply);
        const limits = [
          byName(ask.body.login_name),
          limit('staff.device', device, 40, 15),
          limit('staff.address', ask.request.ip, 300, 15),
        ];
        return countTry(database, vault, limits, ask.now);
      },
    },
    async (ask) => {
      const rows = await ask.tx<{ staff_id: number; password_hash: string }[]>`select staff_id, password_hash from staff
        where lower(login_name) = ${ask.body.login_name.toLowerCase()} and disabled_at is null`;
      const good = await verifyPassword(ask.body.password, rows[0]?.password_hash ?? hashOfNobody);
      if (!rows[0] || !good) throw new Refusal('sign_in_wrong');
      await forgiveTries(ask.tx, vault, [byName(ask.body.login_name)], ask.now);
      await startSession(ask.tx, ask, { kind: 'staff', id: rows[0].staff_id });
      return begin(ask, tools);
    },
  );
}

/** The first answer of a new session. An officer without a post in force has nothing to sign in to. */
async function begin(
  ask: Pick<Ask<'POST /api/session/staff'>, 'tx' | 'request' | 'now' | 'request_id'>,
  tools: SigninTools,
): Promise<SessionReply> {
  const actor = await actorNow(ask.tx, ask.request, ask.now);
  if (actor.kind === 'anonymous' || (actor.kind === 'staff' && actor.posts.length === 0))
    throw new Refusal('sign_in_wrong');
  const member_ids = actor.kind === 'member' ? [actor.member_id] : [];
  const asker = { scope: { actor, branches: [], places: [] }, request_id: ask.request_id };
  await writeAudit(ask.tx, asker, { action: 'session.started', subject: ['session', null], member_ids }, ask.now);
  return replyFor(ask.tx, actor, tools, ask.now);
}

async function replyFor(tx: Tx, actor: Actor, tools: SigninTools, now: Date): Promise<SessionReply> {
  return {
    actor: await describe(tx, actor),
    abilities: abilitiesOf(actor, tools.policy),
    now: now.toISOString(),
    demo: tools.demo,
  };
}

async function describe(tx: Tx, actor: Actor): Promise<SessionReply['actor']> {
  if (actor.kind === 'anonymous') return null;
  if (actor.kind === 'member')
    return { kind: 'member', name: actor.name, occupation: actor.occupation, union: actor.union };
  const ids = actor.posts.flatMap((post) => post.station_id ?? []);
  const stations = await tx<
    { station_id: number; name: string }[]
  >`select station_id, name from station where station_id = any (${ids}::integer[])`;
  return {
    kind: 'staff',
    name: actor.name,
    posts: actor.posts.map(({ post_id, role, union, station_id }) => ({
      post_id,
      role,
      union,
      station: stations.find((one) => one.station_id === station_id) ?? null,
    })),
  };
}

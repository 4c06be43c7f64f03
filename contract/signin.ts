import { z } from 'zod';
import { id, instant, named, occupation, phone, role, unionRef } from './common.ts';
import { done, endpoint } from './endpoint.ts';

export const post = z.object({
  post_id: id,
  role,
  union: unionRef,
  station: z.object({ station_id: id, name: z.string() }).nullable(),
});
export type Post = z.output<typeof post>;

export const actorReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), name: z.string(), occupation, union: unionRef.nullable() }),
  z.object({ kind: z.literal('staff'), name: z.string(), posts: z.array(post) }),
]);
export type ActorReply = z.output<typeof actorReply>;

/** Who is asking and what they may do; screens show only what `abilities` names. */
export const sessionReply = z.object({
  actor: actorReply.nullable(),
  abilities: z.array(z.string()),
  now: instant,
  /** Set while the demo story is loaded: invented people one can sign in as. */
  demo: z
    .object({
      members: z.array(z.object({ phone: z.string(), name: z.string(), occupation, union: z.string() })),
      staff: z.array(z.object({ login_name: z.string(), display_name: z.string(), role, union: z.string() })),
    })
    .nullable(),
});
export type SessionReply = z.output<typeof sessionReply>;

export const signin = {
  'GET /api/session': endpoint({
    summary: 'Who is signed in here, and what they may do.',
    reply: sessionReply,
  }),
  'POST /api/session/codes': endpoint({
    summary: 'Sends a one-time code to a phone. The answer is the same whether or not the number is a member’s.',
    body: z.object({ phone }),
    reply: z.object({
      sent: z.literal(true),
      /** Seconds until another code may be asked for. */
      again_after_seconds: z.number().int(),
      /** Seconds the code is good for. */
      valid_seconds: z.number().int(),
      /** Only in the demo, where no message is sent. */
      demo_code: z.string().optional(),
    }),
  }),
  'POST /api/session/member': endpoint({
    summary: 'Signs a worker in by phone and one-time code.',
    body: z.object({
      phone,
      code: named(
        z
          .string()
          .trim()
          .regex(/^\d{6}$/),
        '验证码',
        'Code',
      ),
    }),
    reply: sessionReply,
  }),
  'POST /api/session/staff': endpoint({
    summary: 'Signs an officer or keeper in by name and password.',
    body: z.object({
      login_name: named(z.string().trim().min(1).max(60), '用户名', 'Name'),
      password: named(z.string().min(1).max(200), '密码', 'Password'),
    }),
    reply: sessionReply,
  }),
  'DELETE /api/session': endpoint({
    summary: 'Signs out here.',
    reply: done,
  }),
};

import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { demoMembers, demoStaff } from '../../db/demo/haidian/index.ts';
import { buildApp } from '../../server/app.ts';
import { type Connection, type Database, openDatabase } from '../../server/platform/database.ts';
import { openOwner } from '../../server/platform/migrate.ts';
import { makeVoucherSigner } from '../../server/rooms/allotment/index.ts';
import { demoNow, demoPassword, freshDatabase, testKeys, testVault } from './database.ts';

export const vouchers = makeVoucherSigner(testKeys, testVault);

export interface TestHouse {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly owner: ReturnType<typeof openOwner>;
  readonly connection: Exclude<Connection, string>;
  /** The clock of the house; set it to move time. */
  readonly time: { now: Date };
  /** Signs in and returns an asker with its cookie. */
  member(phone: string): Promise<Asker>;
  staff(login_name: string, password?: string): Promise<Asker>;
  readonly anonymous: Asker;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint: a test reads what it asserts
  readonly body: Record<string, never> & {
    refusal?: {
      code: string;
      reason: string;
      next: string;
      fields?: { path: string; label: string; message: string }[];
    };
  };
  readonly headers: Record<string, string | string[] | number | undefined>;
  readonly raw: Buffer;
}
export type Asker = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** The whole server over a database of its own with the demo story, as `main.ts` builds it, without a port. */
export async function demoHouse(): Promise<TestHouse> {
  const connection = await freshDatabase('demo');
  const database = openDatabase(connection, 10);
  const owner = openOwner(connection);
  const time = { now: demoNow };
  const app = await buildApp({
    database,
    vault: testVault,
    vouchers,
    clock: () => time.now,
    demo: { members: [...demoMembers], staff: [...demoStaff] },
  });
  after(async () => {
    await app.close();
    await database.close();
    await owner.end();
  });
  const asker =
    (cookie: string): Asker =>
    async (method, url, body, headers) => {
      const response = await app.inject({
        method,
        url,
        headers: { ...(cookie ? { cookie } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const text = response.body;
      return {
        status: response.statusCode,
        body: text.startsWith('{') ? JSON.parse(text) : {},
        headers: response.headers,
        raw: response.rawPayload,
      };
    };
  const signIn = async (url: string, body: object): Promise<Asker> => {
    const response = await app.inject({ method: 'POST', url, payload: body });
    if (response.statusCode !== 200) throw new Error(`sign-in: ${response.body}`);
    return asker(response.cookies.map((one) => `${one.name}=${one.value}`).join('; '));
  };
  return {
    app,
    database,
    owner,
    connection,
    time,
    anonymous: asker(''),
    member: async (phone) => {
      const sent = await app.inject({ method: 'POST', url: '/api/session/codes', payload: { phone } });
      return signIn('/api/session/member', { phone, code: (sent.json() as { demo_code: string }).demo_code });
    },
    staff: (login_name, password = demoPassword) => signIn('/api/session/staff', { login_name, password }),
  };
}

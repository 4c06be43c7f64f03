import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { xlsx } from '../contract/roster.ts';
import type { SessionReply } from '../contract/signin.ts';
import type { Policy } from './platform/actor.ts';
import type { Vault } from './platform/crypto.ts';
import type { Database } from './platform/database.ts';
import { answerErrors } from './platform/http/errors.ts';
import { languageOf } from './platform/http/language.ts';
import { serveApiDocument } from './platform/http/openapi.ts';
import { servePages } from './platform/http/pages.ts';
import { refuseUndeclaredRoutes, routesOn } from './platform/http/routes.ts';
import { keepSafe } from './platform/http/safety.ts';
import { actorOf } from './platform/http/session.ts';
import type { Clock } from './platform/time.ts';
import type { VoucherSigner } from './rooms/allotment/index.ts';
import * as allotment from './rooms/allotment/index.ts';
import * as care from './rooms/care/index.ts';
import * as desk from './rooms/desk/index.ts';
import * as ledger from './rooms/ledger/index.ts';
import * as members from './rooms/members/index.ts';
import * as roster from './rooms/roster/index.ts';
import * as signin from './rooms/signin/index.ts';
import * as stations from './rooms/stations/index.ts';
import * as unions from './rooms/unions/index.ts';

export interface AppTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly vouchers: VoucherSigner;
  readonly clock: Clock;
  /** The people of the demo story; `null` where none is loaded. */
  readonly demo: SessionReply['demo'];
  /** Where the built web apps lie; left out in tests of the API alone. */
  readonly pages?: string;
  /** `warn` keeps bugs and nothing else; left out, nothing is logged. */
  readonly log_level?: 'info' | 'warn';
  /** True behind a reverse proxy on this machine, whose word on address and HTTPS counts. */
  readonly trust_proxy?: boolean;
}

/** Who may do what, in the whole house. */
export const policy: Policy = {
  ...unions.policy,
  ...members.policy,
  ...stations.policy,
  ...allotment.policy,
  ...care.policy,
  ...roster.policy,
  ...ledger.policy,
  ...desk.policy,
};

/** The whole server but for its port and its clock: tests use the very same. */
export async function buildApp(tools: AppTools): Promise<FastifyInstance> {
  const app = Fastify({
    // Addresses can carry what people typed; the log below names the route instead.
    logger: tools.log_level ? { level: tools.log_level } : false,
    disableRequestLogging: true,
    trustProxy: tools.trust_proxy ? 'loopback' : false,
    routerOptions: { ignoreTrailingSlash: true },
    genReqId: () => crypto.randomUUID(),
  });
  refuseUndeclaredRoutes(app);
  answerErrors(app, { ...allotment.constraints, ...care.constraints, ...members.constraints });
  await app.register(cookie);
  app.addContentTypeParser(
    [xlsx, 'application/octet-stream'],
    { parseAs: 'buffer' },
    async (_: unknown, body: unknown) => body,
  );
  app.decorateRequest('actor', null as never);
  app.decorateRequest('language', 'zh');
  keepSafe(app);
  app.addHook('onRequest', async (request) => {
    request.language = languageOf(request.headers['accept-language']);
    request.actor =
      request.routeOptions.config.endpoint === undefined
        ? { kind: 'anonymous' }
        : await actorOf(request, tools.database, tools.clock());
  });
  logRequests(app);
  serveApiDocument(app);
  addRooms(app, tools);
  app.get('/healthz', { config: { access: 'public' } }, async () => ({ alive: true }));
  app.get('/readyz', { config: { access: 'public' } }, async (_, reply) => {
    const ready = await tools.database.ready();
    return reply.code(ready ? 200 : 503).send({ ready, database: ready ? 'reachable' : 'unreachable' });
  });
  if (tools.pages !== undefined) await servePages(app, tools.pages);
  await app.ready();
  return app;
}

function addRooms(app: FastifyInstance, tools: AppTools): void {
  const route = routesOn(app, { ...tools, policy });
  const cards = {
    vouchers: tools.vouchers,
    describeOffers: care.describeOffers,
    describePlaces: stations.stationsByIds,
  };
  signin.signinRoutes(route, { ...tools, policy });
  stations.stationRoutes(route);
  unions.unionRoutes(route);
  members.memberRoutes(route, tools);
  allotment.allotmentRoutes(route, cards);
  care.careRoutes(route, cards);
  roster.rosterRoutes(route, tools);
  ledger.ledgerRoutes(route);
  desk.deskRoutes(route);
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.endpoint ?? request.routeOptions.url ?? 'unknown';
    request.log.info({
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      actor: request.actor?.kind,
    });
  });
}

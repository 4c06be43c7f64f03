import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint, Language } from '../../../contract/endpoint.ts';
import { type Api, type ApiKey, api, type Reply } from '../../../contract/index.ts';
import { type Actor, abilitiesOf, may, type Policy, type Scope, scopeOf } from '../actor.ts';
import type { Asker } from '../audit.ts';
import type { Database, DatabaseRole, Tx } from '../database.ts';
import { Refusal } from '../refusal.ts';
import type { Clock } from '../time.ts';
import { problemsOf } from './problems.ts';

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Part<E extends Endpoint, P extends 'params' | 'query' | 'body'> =
  E extends Record<P, z.ZodType> ? Output<E[P]> : undefined;

/** A file instead of JSON. */
export interface FileReply {
  readonly file: Uint8Array;
  readonly name: string;
}

/** Everything a handler is given; nothing else of the request reaches a room. */
export interface Ask<K extends ApiKey> extends Asker {
  readonly tx: Tx;
  readonly params: Part<Api[K], 'params'>;
  readonly query: Part<Api[K], 'query'>;
  readonly body: Part<Api[K], 'body'>;
  /** The uploaded bytes, where the endpoint takes a file. */
  readonly file: Buffer;
  readonly now: Date;
  readonly language: Language;
  readonly actor: Actor;
  /** The abilities of this actor, for sending beside data. */
  readonly abilities: readonly string[];
  /** Cookies and the client's address, for signing in alone. */
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Answer<K extends ApiKey> = Api[K] extends { file_reply: string } ? FileReply : Reply<K>;

/** `public`, or the ability it takes; `anyone signed in` is not a thing. */
export interface Access {
  readonly ability: string;
  readonly role?: DatabaseRole;
}

/** What a step ahead of the transaction is given: the same, but nothing to read or write with. */
export type Approach<K extends ApiKey> = Omit<Ask<K>, 'tx'>;

/**
 * A public route that runs as a role of its own, to sign in. `before` runs ahead of its transaction: what is counted there
 * stays counted when the handler refuses, and no connection is held while waiting for a second one.
 */
export interface Gate<K extends ApiKey> {
  readonly public: true;
  readonly role: DatabaseRole;
  readonly before?: (ask: Approach<K>) => Promise<void>;
}

export type AddRoute = <K extends ApiKey>(
  key: K,
  access: 'public' | Access | Gate<K>,
  handler: (ask: Ask<K>) => Promise<Answer<K>>,
) => void;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What one must be allowed to do to come in; a route without it stops the boot. */
    access?: 'public' | Access | { readonly public: true };
    /** Set on routes made from the contract. */
    endpoint?: string;
  }
  interface FastifyRequest {
    actor: Actor;
    language: Language;
  }
}

/** Every route says who may come in, or the server does not start: default deny that nobody can forget. */
export function refuseUndeclaredRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined)
      throw new Error(`route ${String(route.method)} ${route.url} declares neither an ability nor 'public'`);
  });
}

const xlsxLimit = 10 * 1024 * 1024;
/** JSON bodies are small; a larger one is refused before it is read. */
export const jsonLimit = 1024 * 1024;

/** Makes `addRoute`, which ties an endpoint of the contract to a handler inside one transaction. */
export function routesOn(app: FastifyInstance, tools: { database: Database; policy: Policy; clock: Clock }): AddRoute {
  return (key, access, handler) => {
    const endpoint: Endpoint = api[key];
    const [method, url] = key.split(' ') as [string, string];
    const ability = access === 'public' || 'public' in access ? null : access.ability;
    if (ability !== null && tools.policy[ability] === undefined)
      throw new Error(`${key}: no policy knows the ability ${ability}`);
    app.route({
      method,
      url,
      bodyLimit: endpoint.file ? xlsxLimit : jsonLimit,
      config: { access, endpoint: key },
      handler: async (request, reply) => {
        const scope = admit(request.actor, tools.policy, ability);
        const ask = {
          ...partsOf(endpoint, request),
          scope,
          actor: request.actor,
          abilities: abilitiesOf(request.actor, tools.policy),
          now: tools.clock(),
          language: request.language,
          request_id: request.id,
          request,
          reply,
        };
        const role = access === 'public' ? 'lxq_app' : (access.role ?? 'lxq_app');
        if (access !== 'public' && 'public' in access) await access.before?.(ask as unknown as Approach<typeof key>);
        // The answer leaves after the commit: what a person was told is in the database.
        const answer = await tools.database.transaction(role, scope, (tx) =>
          handler({ ...ask, tx } as unknown as Ask<typeof key>),
        );
        return endpoint.file_reply
          ? sendFile(reply, endpoint.file_reply, answer as FileReply)
          : endpoint.reply.parse(answer);
      },
    });
  };
}

function admit(actor: Actor, policy: Policy, ability: string | null): Scope {
  if (ability === null) return { actor, branches: [], places: [] };
  if (may(actor, policy, ability)) return scopeOf(actor, policy, ability);
  throw new Refusal(actor.kind === 'anonymous' ? 'sign_in_needed' : 'not_allowed');
}

function partsOf(endpoint: Endpoint, request: FastifyRequest) {
  const read = (part: 'params' | 'query' | 'body', value: unknown): unknown => {
    const schema = endpoint[part];
    if (!schema) return undefined;
    const result = schema.safeParse(value ?? {});
    if (result.success) return result.data;
    // A path that names nothing is nothing there, not a form to correct.
    if (part === 'params' && request.method === 'GET') throw new Refusal('not_found');
    throw new Refusal('input_invalid', {}, problemsOf(schema, result.error));
  };
  return {
    params: read('params', request.params),
    query: read('query', request.query),
    body: read('body', request.body),
    file: request.body as Buffer,
  };
}

async function sendFile(reply: FastifyReply, type: string, answer: FileReply): Promise<FastifyReply> {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
    .type(type)
    .send(Buffer.from(answer.file));
}

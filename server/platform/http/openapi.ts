import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Endpoint } from '../../../contract/endpoint.ts';
import { api } from '../../../contract/index.ts';
import { refusalReply } from '../../../contract/refusal-reply.ts';

type Json = Record<string, unknown>;
type Declared = Map<string, NonNullable<FastifyContextConfig['access']>>;

const abilityOf = (declared: ReturnType<Declared['get']>) =>
  typeof declared === 'object' && 'ability' in declared ? declared.ability : 'public';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' });
  return rest;
};

/** Serves what the server can be asked as OpenAPI 3.0, written from the contract, and as a page to read. */
export function serveApiDocument(app: FastifyInstance): void {
  const access: Declared = new Map();
  app.addHook('onRoute', (route) => {
    if (route.config?.endpoint && route.config.access) access.set(route.config.endpoint, route.config.access);
  });
  let document: Json | undefined;
  const written = () => (document ??= apiDocument(access));
  app.get('/api/openapi.json', { config: { access: 'public' } }, async () => written());
  app.get('/api/docs', { config: { access: 'public' } }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(page(access)),
  );
}

function apiDocument(access: Declared): Json {
  const paths: Record<string, Json> = {};
  for (const [key, endpoint] of Object.entries(api) as [string, Endpoint][]) {
    const [method = '', path = ''] = key.split(' ');
    const entry = (paths[path.replace(/:([a-z_]+)/g, '{$1}')] ??= {});
    entry[method.toLowerCase()] = operation(key, endpoint, access.get(key));
  }
  return {
    openapi: '3.0.3',
    info: {
      title: '连心桥 Lianxinqiao',
      version: '1',
      description: 'A worker finds help nearby and claims it; the union approves, delivers and accounts for it.',
    },
    paths,
    components: { schemas: { Refusal: schemaOf(refusalReply, 'output') } },
  };
}

function operation(key: string, endpoint: Endpoint, declared: ReturnType<Declared['get']>): Json {
  const reply = endpoint.file_reply
    ? { [endpoint.file_reply]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } };
  const refused = {
    description: 'A refusal: the reason and the next step',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
  };
  return {
    operationId: key.replace(/[^\w]+/g, '_'),
    summary: endpoint.summary,
    'x-ability': abilityOf(declared),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...bodyOf(endpoint),
    responses: { 200: { description: 'Done', content: reply }, default: refused },
  };
}

function bodyOf(endpoint: Endpoint): Json {
  if (endpoint.body)
    return {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } },
    };
  if (!endpoint.file) return {};
  return {
    requestBody: {
      required: true,
      content: Object.fromEntries(
        endpoint.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const whole = schemaOf(schema, 'input') as { required?: string[]; properties?: Json };
  return Object.entries(whole.properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (whole.required ?? []).includes(name),
    schema: one,
  }));
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(access: Declared): string {
  const rows = (Object.entries(api) as [string, Endpoint][]).map(([key, endpoint]) => {
    const parts = (['params', 'query', 'body'] as const).flatMap((part) => {
      const schema = endpoint[part];
      return schema
        ? [`<h4>${part}</h4><pre>${escapeHtml(JSON.stringify(schemaOf(schema, 'input'), null, 1))}</pre>`]
        : [];
    });
    const reply = endpoint.file_reply ?? JSON.stringify(schemaOf(endpoint.reply, 'output'), null, 1);
    return `<details><summary><code>${escapeHtml(key)}</code> ${escapeHtml(endpoint.summary)} <small>${escapeHtml(abilityOf(access.get(key)))}</small></summary>${parts.join('')}<h4>reply</h4><pre>${escapeHtml(reply)}</pre></details>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>连心桥 API</title><body><main><h1>连心桥 API</h1><p>Written from the contract. The same as <a href="/api/openapi.json">OpenAPI 3.0</a>.</p>${rows.join('\n')}</main></body></html>`;
}

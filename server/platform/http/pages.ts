import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import { refuse } from './errors.ts';
import { contentSecurityPolicy, makeNonce } from './safety.ts';

/**
 * Serves the two built apps: `/console…` the desk, everything else the phone app. A path without a file is a screen of the
 * app and gets its page. Files with a hash in their name never change; the pages themselves are asked for each time.
 */
export async function servePages(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(fastifyStatic, { root: directory, serve: false, cacheControl: false, preCompressed: true });
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
    if (path.startsWith('/api/')) return refuse(request, reply, new Refusal('not_found'));
    const desk = path === '/console' || path.startsWith('/console/');
    const name = desk ? 'console' : 'member';
    const file = desk ? path.slice('/console'.length) : path;
    if (/\.\w+$/.test(file) && !file.includes('..') && existsSync(join(directory, name, file))) {
      const fixed = file.startsWith('/assets/');
      return reply
        .header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
        .sendFile(join(name, file));
    }
    // Read anew each time: the page must name the files that lie there now, also after a build under a running server.
    const html = await readFile(join(directory, name, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined || file.startsWith('/assets/')) return refuse(request, reply, new Refusal('not_found'));
    const nonce = makeNonce();
    if (desk) void reply.header('content-security-policy', contentSecurityPolicy(nonce));
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll('__CSP_NONCE__', nonce));
  };
  app.get('/*', { config: { access: 'public' } }, answer);
}

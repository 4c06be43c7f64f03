import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';

/** Headers every answer carries, and the refusal of changes that another site asks for. */
export function keepSafe(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
      'content-security-policy': contentSecurityPolicy(),
    });
    if (request.protocol === 'https') void reply.header('strict-transport-security', 'max-age=31536000');
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    if (fromAnotherSite(request)) throw new Refusal('cross_site');
  });
}

/** `nonce` lets the console's style sheets in, which its component library makes while it runs. */
export function contentSecurityPolicy(nonce?: string): string {
  const style = nonce ? `'self' 'nonce-${nonce}'` : "'self'";
  return `default-src 'self'; script-src 'self'; style-src ${style}; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
}

export const makeNonce = () => randomBytes(16).toString('base64url');

/**
 * Browsers name the site a change comes from; a cookie sent along by another site's page must not count.
 * Programs that are no browser send neither header, and no cookie they were not given.
 */
function fromAnotherSite(request: FastifyRequest): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}

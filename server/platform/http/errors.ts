import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalReply } from '../../../contract/refusal-reply.ts';
import { type RefusalCode, refusals } from '../../../contract/refusals.ts';
import { isUnreachable, violatedConstraint } from '../database.ts';
import { type Facts, Refusal, sentenceOf } from '../refusal.ts';

/** Constraints of the database that say no to people, and what they then read. Rooms hand theirs in. */
export type ConstraintRefusals = Readonly<Record<string, RefusalCode>>;

/** One place answers whatever was thrown: a refusal, not found, or a bug with a number and nothing leaked. */
export function answerErrors(app: FastifyInstance, constraints: ConstraintRefusals): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const limit_mb = Math.round((request.routeOptions.bodyLimit ?? 0) / 1024 / 1024);
    const refusal = refusalFor(error, constraints, limit_mb);
    if (refusal) {
      if (refusal.code === 'busy_try_again') request.log.warn({ code: error.code }, 'database unreachable');
      return refuse(request, reply, refusal);
    }
    // The stack and the database's words go to the log, the parameters of a statement (people's data) do not.
    request.log.error(
      {
        incident: request.id,
        route: request.routeOptions.url,
        code: error.code,
        constraint: violatedConstraint(error),
        stack: framesOf(error),
      },
      'bug',
    );
    return refuse(request, reply, new Refusal('unexpected', { incident: request.id }));
  });
  app.setNotFoundHandler({ preHandler: [] }, (request, reply) => refuse(request, reply, new Refusal('not_found')));
}

function refusalFor(error: FastifyError, constraints: ConstraintRefusals, limit_mb: number): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const constraint = violatedConstraint(error);
  const code = constraint === undefined ? undefined : constraints[constraint];
  if (code) return new Refusal(code);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('body_too_large', { limit_mb });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('media_type_unknown');
  if (error.code?.startsWith('FST_ERR_CTP_') || (error instanceof SyntaxError && error.statusCode === 400))
    return new Refusal('json_unreadable');
  if (error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_MAX_PARAM_LENGTH') return new Refusal('not_found');
  // PostgreSQL keeps no NUL character, in text (22021) or JSON (22P05); nobody types one.
  if (['22021', '22P05', '22P02', '22007', '22008', '22009'].includes(error.code)) return new Refusal('input_invalid');
  // Two people in each other's way: PostgreSQL let one of them go on.
  if (error.code === '40P01' || error.code === '40001') return new Refusal('busy_try_again');
  if (isUnreachable(error)) return new Refusal('busy_try_again');
  return undefined;
}

/** Sends a refusal in the reader's language. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const language = request.language ?? 'zh';
  const body: RefusalReply = { refusal: sentenceOf(refusal.code, refusal.facts, language) };
  if (refusal.fields.length > 0) {
    body.refusal.fields = refusal.fields.map((field) => ({
      path: field.path,
      label: field.label[language],
      message: field.message[language],
    }));
  }
  const incident = (refusal.facts as Facts & { incident?: string }).incident;
  if (incident !== undefined) body.refusal.incident = String(incident);
  if (refusal.code === 'busy_try_again') void reply.header('retry-after', '5');
  return reply.code(refusals[refusal.code].status).type('application/json; charset=utf-8').send(body);
}

/** Where it broke, without the message: the database's words can hold what a person typed. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

import type { ApiKey, Call, Reply } from './index.ts';
import type { RefusalReply } from './refusal-reply.ts';

/** The server answered no: `refusal` holds the reason and the next step in the reader's language. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: RefusalReply['refusal'];
  constructor(status: number, refusal: RefusalReply['refusal']) {
    super(refusal.code);
    this.status = status;
    this.refusal = refusal;
  }
}

/** No answer came: no network, or the server is not there. What was asked may or may not have happened. */
export class Unreachable extends Error {}

interface Parts {
  params?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
  file?: Blob;
}

/** The address of an endpoint with its parameters filled in; also used for links to files. */
export function addressOf<K extends ApiKey>(key: K, parts: Call<K>): string {
  const { params = {}, query = {} } = parts as Parts;
  const path = key
    .slice(key.indexOf(' ') + 1)
    .replace(/:([a-z_]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

let language = 'zh';
/** Sets the language that refusals and texts come back in. */
export function speak(reader: 'zh' | 'en'): void {
  language = reader;
}

/**
 * Asks the server one thing.
 * @throws Refused when it says no, Unreachable when no answer comes within `timeout_ms`.
 */
export async function call<K extends ApiKey>(
  key: K,
  parts: Call<K>,
  options: { timeout_ms?: number; signal?: AbortSignal } = {},
): Promise<Reply<K>> {
  const { body, file } = parts as Parts;
  const timeout = AbortSignal.timeout(options.timeout_ms ?? 20_000);
  const headers: Record<string, string> = { 'accept-language': language };
  if (file) headers['content-type'] = file.type || 'application/octet-stream';
  else if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(addressOf(key, parts), {
      method: key.slice(0, key.indexOf(' ')),
      headers,
      ...(file ? { body: file } : body !== undefined ? { body: JSON.stringify(body) } : {}),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Unreachable('no answer', { cause });
  }
  const reply: unknown = await response.json().catch(() => null);
  if (response.ok && reply !== null) return reply as Reply<K>;
  const refusal = (reply as RefusalReply | null)?.refusal;
  // A proxy in between may answer with a page of its own: that is no answer of ours.
  if (!refusal) throw new Unreachable(`status ${response.status}`);
  throw new Refused(response.status, refusal);
}

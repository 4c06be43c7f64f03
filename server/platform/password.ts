import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane; some 30 ms of one core. */
const current = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

/** The hash of a password as kept: `argon2id$m=…,t=…,p=…$salt$hash`, both parts base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive({ ...current, message: normalised(password), nonce: salt, tagLength });
  return encode(salt, hash);
}

/**
 * Whether a password belongs to a kept hash, by the costs written in the hash.
 * @throws Error when the hash is not one of ours.
 */
export async function verifyPassword(password: string, encoded: string): Promise<boolean> {
  const parts = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(encoded);
  if (!parts) throw new Error('a password hash of unknown form');
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number];
  const [nonce, expected] = parts.slice(4).map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer];
  const hash = await derive({
    memory,
    passes,
    parallelism,
    message: normalised(password),
    nonce,
    tagLength: expected.length,
  });
  return timingSafeEqual(hash, expected);
}

const encode = (salt: Buffer, hash: Buffer) =>
  `argon2id$m=${current.memory},t=${current.passes},p=${current.parallelism}$${salt.toString('base64url')}$${hash.toString('base64url')}`;

/** A hash that no password has: an unknown name costs the same work as a known one, and so the same time. */
export const hashOfNobody = encode(Buffer.alloc(16), Buffer.alloc(tagLength));

/** Keyboards write one character in several ways. */
const normalised = (password: string) => password.normalize('NFKC');

function derive(parameters: Argon2Parameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

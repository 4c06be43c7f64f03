import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What is encrypted, as a label: ciphertext moved to another field does not open. */
export type Field = 'member.id_number' | 'member.phone' | 'roster.staging' | 'job.payload';
/** What is looked up by keyed hash; the same value has another hash in another field. */
export type IndexField =
  | 'member.id_number'
  | 'member.phone'
  | 'sign_in.phone'
  | 'sign_in.code'
  | 'voucher.code'
  | 'rate_limit';

/** The two keys that open and find personal data; they are apart so that they can change apart. */
export interface VaultKeys {
  /** 32 bytes. */
  readonly encryption: Buffer;
  /** 32 bytes. */
  readonly index: Buffer;
}

/**
 * Encrypts single fields (AES-256-GCM) and finds them by keyed hash (HMAC-SHA-256).
 * A sealed value is: version (1 byte), nonce (12), tag (16), ciphertext.
 */
export interface Vault {
  seal(field: Field, text: string): Buffer;
  /** @throws Error when the value was altered, belongs to another field or was sealed with another key. */
  open(field: Field, sealed: Uint8Array): string;
  /** 32 bytes; equal for equal text. */
  index(field: IndexField, text: string): Buffer;
}

const version = 1;

export function makeVault(keys: VaultKeys): Vault {
  return {
    seal(field, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keys.encryption, nonce).setAAD(Buffer.from(field));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    open(field, sealed) {
      if (sealed[0] !== version) throw new Error(`sealed value of unknown version ${sealed[0]}`);
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', keys.encryption, bytes.subarray(1, 13)).setAAD(
        Buffer.from(field),
      );
      decipher.setAuthTag(bytes.subarray(13, 29));
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8');
    },
    index: (field, text) => createHmac('sha256', keys.index).update(`${field}\0${text}`).digest(),
  };
}

/** A further 32-byte key for one purpose, derived so that only the two above need keeping. */
export function deriveKey(from: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', from, Buffer.alloc(0), `lianxinqiao ${purpose}`, 32));
}

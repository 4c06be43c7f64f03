import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { deriveKey, type Vault, type VaultKeys } from '../../platform/crypto.ts';

/**
 * A voucher is the claim's id under an Ed25519 signature, as text for a QR code: `LXQ1:` and base64url of
 * key id (1 byte), claim id (16), signature (64). A person may type ten characters instead (Crockford base32, 50 bits),
 * derived from the claim's id, so that they need not be kept: the database holds only their keyed hash.
 */
export interface VoucherSigner {
  readonly key_id: number;
  qr(claim_id: string): string;
  code(claim_id: string): string;
  codeIndex(code: string): Buffer;
  /** What was scanned or typed: a claim by its id, a code to look up, or why not. */
  read(text: string): { claim_id: string } | { code_index: Buffer } | 'unreadable' | 'forged';
}

const prefix = 'LXQ1:';
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyId = 1;

export function makeVoucherSigner(keys: VaultKeys, vault: Vault): VoucherSigner {
  const key = ed25519From(deriveKey(keys.index, 'voucher signature 1'));
  const publicKey = createPublicKey(key);
  const codeKey = deriveKey(keys.index, 'voucher code 1');
  const codeIndex = (code: string) => vault.index('voucher.code', code);
  return {
    key_id: keyId,
    qr(claim_id) {
      const body = Buffer.concat([Buffer.of(keyId), bytesOf(claim_id)]);
      return prefix + Buffer.concat([body, sign(null, body, key)]).toString('base64url');
    },
    code: (claim_id) => base32(createHmac('sha256', codeKey).update(bytesOf(claim_id)).digest()),
    codeIndex,
    read(text) {
      const trimmed = text.normalize('NFKC').trim();
      if (!trimmed.startsWith(prefix)) return readTyped(trimmed, codeIndex);
      const bytes = Buffer.from(trimmed.slice(prefix.length), 'base64url');
      if (bytes.length !== 81) return 'unreadable';
      const body = bytes.subarray(0, 17);
      if (body[0] !== keyId || !verify(null, body, publicKey, bytes.subarray(17))) return 'forged';
      return { claim_id: uuidOf(body.subarray(1)) };
    },
  };
}

/** Typed by hand: spaces, dashes, lower case and the letters easily mistaken (O, I, L) are forgiven. */
function readTyped(text: string, codeIndex: (code: string) => Buffer): { code_index: Buffer } | 'unreadable' {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === 10 && [...code].every((sign) => alphabet.includes(sign))
    ? { code_index: codeIndex(code) }
    : 'unreadable';
}

function base32(bytes: Buffer): string {
  let value = bytes.readBigUInt64BE(0);
  let text = '';
  for (let place = 0; place < 10; place++) {
    text += alphabet[Number(value & 31n)];
    value >>= 5n;
  }
  return text;
}

/** An Ed25519 key from 32 secret bytes, wrapped as RFC 8410 (PKCS#8) wants it. */
function ed25519From(seed: Buffer): KeyObject {
  const header = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([header, seed]), format: 'der', type: 'pkcs8' });
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultKeys } from './crypto.ts';
import { StartRefusal } from './start-refusal.ts';

const names = ['encryption', 'index'] as const;

/**
 * The keys of this installation: each from `LXQ_ENCRYPTION_KEY` or `LXQ_INDEX_KEY` (base64, 32 bytes) where set, else
 * from its file in `<data_dir>/keys`. Files are made on first start only while `may_make` says that nothing is sealed yet.
 * @throws StartRefusal naming the key that is missing or not 32 bytes.
 */
export function readKeys(options: { data_dir: string; may_make: boolean; env: NodeJS.ProcessEnv }): VaultKeys {
  const directory = join(options.data_dir, 'keys');
  const [encryption, index] = names.map((name) => {
    const given = options.env[`LXQ_${name.toUpperCase()}_KEY`];
    return given === undefined
      ? fromFile(join(directory, `${name}.key`), options.may_make)
      : decode(given, `LXQ_${name.toUpperCase()}_KEY`);
  }) as [Buffer, Buffer];
  return { encryption, index };
}

/** Tells keys apart without telling them: kept in the database to notice a start with the wrong ones. */
export function fingerprint(key: Buffer): string {
  return createHash('sha256').update('lianxinqiao key ').update(key).digest('hex').slice(0, 16);
}

function fromFile(path: string, mayMake: boolean): Buffer {
  try {
    return decode(readFileSync(path, 'utf8').trim(), path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    if (!mayMake) {
      throw new StartRefusal(
        `缺少密钥文件 ${path}，库里的个人信息打不开。请从备份恢复这个文件后再启动。`,
        `The key file ${path} is missing, and personal data in the database cannot be opened without it. Restore it from your backup and start again.`,
      );
    }
    const key = randomBytes(32);
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

function decode(text: string, where: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  throw new StartRefusal(`密钥 ${where} 不是 32 字节的 base64。`, `The key ${where} is not 32 bytes in base64.`);
}

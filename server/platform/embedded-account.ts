import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusals } from './embedded-refusals.ts';

/** The user PostgreSQL runs as when we are root. Undefined elsewhere means: as ourselves. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** Names the directory a process stands in, whatever its parents' modes: the kernel follows it without walking. */
const OWN_DIRECTORY = '/proc/self/cwd';

/** Room left in a socket's address (108 bytes on Linux, 104 on macOS) after `/.s.PGSQL.5432`. */
const SOCKET_DIRECTORY_BYTES_MAX = 85;

function systemUsers(): Account[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0);
}

/** Who runs PostgreSQL over this cluster: its owner if it has one, else a system user; nobody else when not root. */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = systemUsers();
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return users.find((user) => user.uid === uid) ?? { uid, gid, name: `uid ${uid}` };
  }
  for (const name of ['lianxinqiao', 'postgres', 'nobody']) {
    const user = users.find((candidate) => candidate.name === name);
    if (user) return user;
  }
  throw refusals.noAccount();
}

/** The part of spawn's options that makes a child run as the account. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function accountMay(account: Account, check: string, path: string, cwd: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', `test ${check} "$0"`, path], { ...runAs(account), cwd, stdio: 'ignore' });
  if (probe.error && 'code' in probe.error && probe.error.code === 'EPERM')
    throw refusals.cannotSwitchUser(account.name);
  return probe.status === 0;
}

export function canEnter(account: Account | undefined, dir: string): boolean {
  return account === undefined || accountMay(account, '-x', dir, '/');
}

/**
 * The path by which PostgreSQL, started with `cluster` as its working directory, can name its data: the directory
 * itself, or the kernel's link to it where the account may not walk the parents (a clone under root's 0700 home).
 * Undefined where neither works.
 */
export function dataPathFor(account: Account | undefined, cluster: string): string | undefined {
  if (account === undefined || accountMay(account, '-w', cluster, '/')) return cluster;
  return existsSync(OWN_DIRECTORY) && accountMay(account, '-w', OWN_DIRECTORY, cluster) ? OWN_DIRECTORY : undefined;
}

/** Gives one directory to the account (or leaves it with us), closed to everybody else, as PostgreSQL demands. */
export function claimDirectory(account: Account | undefined, dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (account) lchownSync(dir, account.uid, account.gid);
  chmodSync(dir, 0o700);
}

/** A cluster that a root user copied belongs to root, which PostgreSQL refuses: hand over all of it. */
export function claimTree(account: Account, dir: string): void {
  lchownSync(dir, account.uid, account.gid);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) claimTree(account, path);
    else lchownSync(path, account.uid, account.gid);
  }
}

/**
 * A 0700 directory with a short path under the system's temporary directory. A name somebody else has taken there
 * is passed over: whoever owns the directory could put their own socket in it.
 */
export function shortPrivateDirectory(account: Account | undefined, name: string): string {
  const owner = account?.uid ?? process.getuid?.();
  for (const base of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    for (const suffix of ['', '-1', '-2', '-3']) {
      const dir = join(base, name + suffix);
      if (Buffer.byteLength(dir) > SOCKET_DIRECTORY_BYTES_MAX || !existsSync(base)) continue;
      try {
        mkdirSync(dir, { mode: 0o700 });
        claimDirectory(account, dir);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) continue;
      }
      const found = lstatSync(dir);
      if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0 && canEnter(account, dir))
        return dir;
    }
  }
  throw refusals.notWritable(tmpdir());
}

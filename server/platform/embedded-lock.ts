import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { refusals } from './embedded-refusals.ts';

export interface Lock {
  release(): void;
}

/**
 * A name only one living process can listen on. On Linux (an abstract socket) and Windows (a pipe) the kernel gives
 * it back when its holder dies, however it dies; elsewhere it is a file that a new start takes over when nobody
 * answers behind it. None of them depends on process ids, which are used again.
 */
function lockName(name: string, socket_dir: string): { path: string; is_file: boolean } {
  if (platform() === 'linux') return { path: `\0${name}`, is_file: false };
  if (platform() === 'win32') return { path: `\\\\.\\pipe\\${name}`, is_file: false };
  return { path: join(socket_dir, 'lock'), is_file: true };
}

function listen(path: string): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.on('error', () => {}).end(`pid ${process.pid}`));
    server.on('error', (error) => ('code' in error && error.code === 'EADDRINUSE' ? resolve('taken') : reject(error)));
    server.listen(path, () => resolve(server.unref()));
  });
}

/** What the holder says of itself; undefined when nobody answers. */
function askHolder(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const caller = connect(path);
    caller.setTimeout(500, () => caller.destroy());
    caller.on('data', (data) => {
      answer += data;
    });
    caller.on('error', () => resolve(undefined));
    caller.on('close', () => resolve(answer || 'pid ?'));
  });
}

/** Makes this process the only one that works on the data directory, until it ends or releases it. */
export async function takeLock(name: string, socket_dir: string, data_dir: string): Promise<Lock> {
  const { path, is_file } = lockName(name, socket_dir);
  let held = await listen(path);
  if (held === 'taken') {
    const holder = await askHolder(path);
    if (holder === undefined && is_file) rmSync(path, { force: true });
    else if (holder !== undefined) throw refusals.inUse(data_dir, holder);
    held = await listen(path);
  }
  if (held === 'taken') throw refusals.inUse(data_dir, 'pid ?');
  const server = held;
  return { release: () => server.close() };
}

// The embedded database as people meet it: odd places, other users, killed processes. Real servers throughout.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import postgres from 'postgres';
import {
  type EmbeddedConnection,
  type EmbeddedPostgres,
  EmbeddedPostgresRefusal,
  startEmbeddedPostgres,
} from '../../server/platform/embedded-postgres.ts';

const isRoot = process.getuid?.() === 0;
const onlyRoot = { skip: isRoot ? false : 'only root can try this' };
const quick = { fsync: 'off', shared_buffers: '16MB' };
const script = join(import.meta.dirname, 'start-embedded.ts');

const made: string[] = [];
after(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

/** A directory below one that everybody may enter (0755) or only its owner (0700). */
function directory(mode: 0o755 | 0o700 = 0o755, name = 'data'): string {
  const parent = mkdtempSync(join(tmpdir(), 'embedded-test-'));
  chmodSync(parent, mode);
  made.push(parent);
  return join(parent, name);
}

function start(data_dir: string, more: object = {}): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ data_dir, data_dir_given: true, say: () => {}, settings: quick, ...more });
}

async function ask(connection: EmbeddedConnection, query: string): Promise<Record<string, unknown>> {
  const sql = postgres({ ...connection, max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(query);
    return { ...row };
  } finally {
    await sql.end();
  }
}

async function during<T>(
  starting: Promise<EmbeddedPostgres>,
  work: (database: EmbeddedPostgres) => Promise<T>,
): Promise<T> {
  const database = await starting;
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

function refusal(starting: Promise<EmbeddedPostgres>, words: RegExp): Promise<void> {
  return assert.rejects(starting, (error: unknown) => {
    assert.ok(error instanceof EmbeddedPostgresRefusal, String(error));
    assert.match(error.en, words);
    assert.match(error.zh, /[\u4e00-\u9fff]/);
    return true;
  });
}

function inAnotherProcess(
  data_dir: string,
  then: 'end' | 'die',
  user: { uid?: number; gid?: number } = {},
  ...more: string[]
) {
  const done = spawnSync(process.execPath, [script, data_dir, then, ...more], { encoding: 'utf8', ...user });
  assert.ok(done.stdout, done.stderr);
  return JSON.parse(done.stdout) as {
    connection: EmbeddedConnection;
    data_dir: string;
    said: string[];
    refused?: string;
  };
}

const pidFile = (data_dir: string) => join(data_dir, 'pg18', 'postmaster.pid');
const postmasterOf = (data_dir: string) => Number(readFileSync(pidFile(data_dir), 'utf8').split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('the embedded database', () => {
  test('begins in an empty directory, durable, without a TCP port, sorting and searching Chinese', async () => {
    const data_dir = directory();
    await during(start(data_dir, { settings: { shared_buffers: '16MB' } }), async ({ connection }) => {
      const query = `select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
        current_setting('server_version_num')::int / 10000 as major, current_database() as database`;
      assert.deepEqual(await ask(connection, query), {
        fsync: 'on',
        addresses: '',
        major: 18,
        database: 'lianxinqiao',
      });
      await ask(connection, 'create extension pg_trgm');
      const { trigrams } = await ask(connection, `select cardinality(show_trgm('海淀区')) as trigrams`);
      assert.equal(trigrams, 4, 'a text of n letters has n + 1 trigrams');
      const { zoo } = await ask(connection, `select upper('é') || lower('Ж') as zoo`);
      assert.equal(zoo, 'Éж');
    });
    assert.deepEqual(
      readdirSync(data_dir).filter((name) => name.includes('.tmp') || name.includes('unfinished')),
      [],
    );
  });

  test('keeps its data from one start to the next', async () => {
    const data_dir = directory();
    await during(start(data_dir), ({ connection }) => ask(connection, 'create table kept as select 42 as answer'));
    const found = await during(start(data_dir), ({ connection }) => ask(connection, 'select answer from kept'));
    assert.deepEqual(found, { answer: 42 });
  });

  test('lives in a path with spaces, quotes and Chinese characters', async () => {
    const data_dir = directory(0o755, `我的 数据 "it's"`);
    assert.deepEqual(await during(start(data_dir), ({ connection }) => ask(connection, 'select 1 as one')), { one: 1 });
  });

  test('lives where only its own user may enter, as root too', async () => {
    const data_dir = directory(0o700);
    await during(start(data_dir), async (database) => {
      assert.equal(database.data_dir, data_dir);
      assert.deepEqual(await ask(database.connection, 'select 1 as one'), { one: 1 });
    });
    assert.deepEqual(await during(start(data_dir), ({ connection }) => ask(connection, 'select 2 as two')), { two: 2 });
  });

  test('stops all its processes, and only once', async () => {
    const data_dir = directory();
    const database = await start(data_dir);
    const pid = postmasterOf(data_dir);
    assert.ok(isAlive(pid));
    await Promise.all([database.stop(), database.stop()]);
    assert.ok(!isAlive(pid));
    assert.match(readFileSync(join(data_dir, 'postgres.log'), 'utf8'), /database system is shut down/);
  });

  test('stands in a process group of its own, which Ctrl-C does not reach', {
    skip: process.platform !== 'linux',
  }, async () => {
    const data_dir = directory();
    await during(start(data_dir), async () => {
      const group = (pid: number) =>
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')[2];
      assert.notEqual(group(postmasterOf(data_dir)), group(process.pid));
    });
  });

  test('answers on a loopback port only to who knows the password, where there are no Unix sockets', async () => {
    const data_dir = directory();
    await during(start(data_dir, { transport: 'loopback' }), async ({ connection }) => {
      assert.equal(connection.host, '127.0.0.1');
      assert.deepEqual(await ask(connection, 'select 1 as one'), { one: 1 });
      await assert.rejects(ask({ ...connection, password: 'guess' }, 'select 1'), /password authentication failed/);
    });
  });
});

describe('after a kill -9', () => {
  test('of the program, the next start takes over the database that was left running', async () => {
    const data_dir = directory();
    inAnotherProcess(data_dir, 'die');
    const left = postmasterOf(data_dir);
    assert.ok(isAlive(left));
    await during(start(data_dir), async ({ connection }) => {
      assert.equal(postmasterOf(data_dir), left);
      assert.deepEqual(await ask(connection, 'select 1 as one'), { one: 1 });
    });
    assert.ok(!isAlive(left));
  });

  test('of the program and the database, the next start recovers what was committed', async () => {
    const data_dir = directory();
    const { connection } = inAnotherProcess(data_dir, 'die');
    await ask(connection, 'create table kept as select 7 as answer');
    process.kill(postmasterOf(data_dir), 'SIGKILL');
    const found = await during(start(data_dir), ({ connection: now }) => ask(now, 'select answer from kept'));
    assert.deepEqual(found, { answer: 7 });
  });

  test('and a pid that another program now bears, the next start is not misled', async () => {
    const data_dir = directory();
    inAnotherProcess(data_dir, 'die');
    const left = postmasterOf(data_dir);
    const owner = isRoot ? { uid: Number(spawnSync('stat', ['-c', '%u', join(data_dir, 'pg18')]).stdout) } : {};
    const other = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'], ...owner });
    await once(other, 'spawn');
    try {
      process.kill(left, 'SIGKILL');
      writeFileSync(pidFile(data_dir), readFileSync(pidFile(data_dir), 'utf8').replace(/^\d+/, String(other.pid)));
      await during(start(data_dir), async ({ connection }) => {
        assert.notEqual(postmasterOf(data_dir), other.pid);
        assert.deepEqual(await ask(connection, 'select 1 as one'), { one: 1 });
      });
      assert.equal(other.exitCode, null, 'the other program was left alone');
    } finally {
      other.kill();
    }
  });

  test('in the middle of making the database, the next start begins again', async () => {
    const data_dir = directory();
    mkdirSync(join(data_dir, 'pg18.unfinished', 'base'), { recursive: true });
    mkdirSync(join(data_dir, 'postgresql-0.0.1-linux-x64.123.tmp'));
    assert.deepEqual(await during(start(data_dir), ({ connection }) => ask(connection, 'select 1 as one')), { one: 1 });
    assert.ok(!readdirSync(data_dir).some((name) => /unfinished|tmp/.test(name)));
  });
});

describe('a start is refused in one sentence', () => {
  test('while another process uses the directory', async () => {
    const data_dir = directory();
    const holder = spawn(process.execPath, [script, data_dir, 'hold'], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      await once(holder.stdout, 'data');
      await refusal(start(data_dir), new RegExp(`in use by another Lianxinqiao process \\(pid ${holder.pid}\\)`));
    } finally {
      holder.stdin.end();
      await once(holder, 'exit');
    }
    await during(start(data_dir), async () => {});
  });

  test('over data of a newer or an older PostgreSQL, and they stay as they are', async () => {
    for (const [name, version, words] of [
      ['pg18', '19', /newer PostgreSQL, 19/],
      ['pg19', '19', /newer PostgreSQL, 19/],
      ['pg18', '16', /older PostgreSQL, 16/],
      ['pg17', '17', /older PostgreSQL, 17/],
    ] as const) {
      const data_dir = directory();
      mkdirSync(join(data_dir, name), { recursive: true });
      writeFileSync(join(data_dir, name, 'PG_VERSION'), `${version}\n`);
      await refusal(start(data_dir), words);
      assert.deepEqual(readdirSync(data_dir), [name]);
    }
  });

  test('in a directory with the files of somebody else, and they stay as they are', async () => {
    const data_dir = directory();
    mkdirSync(data_dir);
    writeFileSync(join(data_dir, 'thesis.docx'), 'words');
    await refusal(start(data_dir), /not Lianxinqiao's \(such as thesis\.docx\)/);
    assert.deepEqual(readdirSync(data_dir), ['thesis.docx']);
  });

  test('beside the keys of this program it is not', async () => {
    const data_dir = directory();
    mkdirSync(join(data_dir, 'keys'), { recursive: true, mode: 0o700 });
    await during(start(data_dir), async () => {});
  });

  test('where the path is a file', async () => {
    const file = directory();
    writeFileSync(file, '');
    await refusal(start(file), /is not a directory/);
  });

  test('on a disk that is full', onlyRoot, async (t) => {
    const data_dir = directory();
    mkdirSync(data_dir);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=30m', 'tmpfs', data_dir]);
    if (mounted.status !== 0) return t.skip('no right to mount here');
    try {
      await refusal(start(data_dir), /disk .* is full/);
    } finally {
      spawnSync('umount', [data_dir]);
    }
  });
});

describe('another user', () => {
  const nobody = { uid: 65534, gid: 65534 };
  const reaches = isRoot && spawnSync(process.execPath, ['--version'], { ...nobody, cwd: '/' }).status === 0;
  const ordinary = { skip: reaches ? false : 'only where root has a program that an ordinary user can reach' };

  test('who is not root starts it without a change of user', ordinary, () => {
    const data_dir = directory();
    mkdirSync(data_dir);
    chownSync(data_dir, nobody.uid, nobody.gid);
    const first = inAnotherProcess(data_dir, 'end', nobody);
    const second = inAnotherProcess(data_dir, 'end', nobody);
    assert.equal(first.refused ?? second.refused, undefined);
    assert.equal(second.data_dir, data_dir);
  });

  test('whose database root starts keeps it', ordinary, async () => {
    const data_dir = directory();
    mkdirSync(data_dir);
    chownSync(data_dir, nobody.uid, nobody.gid);
    assert.equal(inAnotherProcess(data_dir, 'end', nobody).refused, undefined);
    await during(start(data_dir), async () => {});
    assert.equal(inAnotherProcess(data_dir, 'end', nobody).refused, undefined);
  });

  test('is told whose database it is, or that he may not write', ordinary, async () => {
    const data_dir = directory();
    mkdirSync(data_dir);
    assert.match(inAnotherProcess(data_dir, 'end', { uid: 12345, gid: 12345 }).refused ?? '', /cannot be written to/);
    await during(start(data_dir), async () => {});
    chmodSync(data_dir, 0o777);
    assert.match(
      inAnotherProcess(data_dir, 'end', { uid: 12345, gid: 12345 }).refused ?? '',
      /belongs to another user/,
    );
  });

  test('root takes back a database that was copied as root', onlyRoot, async () => {
    const data_dir = directory();
    await during(start(data_dir), async () => {});
    spawnSync('chown', ['-R', '0:0', join(data_dir, 'pg18')]);
    assert.deepEqual(await during(start(data_dir), ({ connection }) => ask(connection, 'select 1 as one')), { one: 1 });
  });
});

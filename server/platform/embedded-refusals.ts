/** A start that cannot go on, said in both languages: what happened and the way out. It is shown without a stack. */
export class EmbeddedPostgresRefusal extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'EmbeddedPostgresRefusal';
    this.zh = zh;
    this.en = en;
  }
}

export const refusals = {
  newerData: (dir: string, version: string) =>
    new EmbeddedPostgresRefusal(
      `数据目录 ${dir} 由更新的 PostgreSQL ${version} 写成，本程序自带的是 18。请换用写下它的那一版程序，或用 DATA_DIR 另指一个目录。`,
      `The data directory ${dir} was written by a newer PostgreSQL, ${version}; this program carries 18. Use the release that wrote it, or name another directory with DATA_DIR.`,
    ),
  olderData: (dir: string, version: string) =>
    new EmbeddedPostgresRefusal(
      `数据目录 ${dir} 由较旧的 PostgreSQL ${version} 写成，本程序自带的是 18。请先用旧版程序和 pg_dump 导出，再导入新目录。`,
      `The data directory ${dir} was written by an older PostgreSQL, ${version}; this program carries 18. Export it with that release and pg_dump, then load it into a new directory.`,
    ),
  foreignDirectory: (dir: string, found: string) =>
    new EmbeddedPostgresRefusal(
      `目录 ${dir} 里有不属于连心桥的文件（如 ${found}），没有动它。请用 DATA_DIR 指一个空目录。`,
      `The directory ${dir} holds files that are not Lianxinqiao's (such as ${found}) and was left alone. Name an empty directory with DATA_DIR.`,
    ),
  notADirectory: (dir: string) =>
    new EmbeddedPostgresRefusal(
      `${dir} 不是目录。请用 DATA_DIR 指一个目录。`,
      `${dir} is not a directory. Name a directory with DATA_DIR.`,
    ),
  notWritable: (dir: string) =>
    new EmbeddedPostgresRefusal(
      `无法写入 ${dir}。请给当前用户写权限，或用 DATA_DIR 另指一个目录。`,
      `${dir} cannot be written to. Give this user the right to, or name another directory with DATA_DIR.`,
    ),
  diskFull: (dir: string) =>
    new EmbeddedPostgresRefusal(
      `${dir} 所在的磁盘已满。请腾出至少 500 MB，再重新启动。`,
      `The disk that holds ${dir} is full. Free at least 500 MB and start again.`,
    ),
  inUse: (dir: string, holder: string) =>
    new EmbeddedPostgresRefusal(
      `数据目录 ${dir} 正被另一个连心桥进程（${holder}）使用。请先停掉它，或用 DATA_DIR 另指一个目录。`,
      `The data directory ${dir} is in use by another Lianxinqiao process (${holder}). Stop that one first, or name another directory with DATA_DIR.`,
    ),
  ownedByAnother: (dir: string, uid: number) =>
    new EmbeddedPostgresRefusal(
      `数据目录 ${dir} 属于另一个用户（uid ${uid}）。请以该用户或 root 启动，或用 DATA_DIR 另指一个目录。`,
      `The data directory ${dir} belongs to another user (uid ${uid}). Start as that user or as root, or name another directory with DATA_DIR.`,
    ),
  outOfReach: (dir: string, name: string) =>
    new EmbeddedPostgresRefusal(
      `PostgreSQL 不能以 root 运行，而用户 ${name} 进不了 ${dir}。请把 DATA_DIR 放到它能进入的位置，例如 /var/lib/lianxinqiao/data。`,
      `PostgreSQL does not run as root, and the user ${name} cannot enter ${dir}. Put DATA_DIR where it can, for instance /var/lib/lianxinqiao/data.`,
    ),
  noAccount: () =>
    new EmbeddedPostgresRefusal(
      'PostgreSQL 不能以 root 运行，而本机没有可用的普通用户。请先执行 useradd --system lianxinqiao，或以普通用户启动。',
      'PostgreSQL does not run as root, and this machine has no user to run it as. Run useradd --system lianxinqiao first, or start as an ordinary user.',
    ),
  cannotSwitchUser: (name: string) =>
    new EmbeddedPostgresRefusal(
      `PostgreSQL 不能以 root 运行，而这里（受限容器）不允许换成用户 ${name}。请以普通用户启动容器，或设置 DATABASE_URL。`,
      `PostgreSQL does not run as root, and this place (a restricted container) does not allow changing to the user ${name}. Start the container as an ordinary user, or set DATABASE_URL.`,
    ),
  nameless: () =>
    new EmbeddedPostgresRefusal(
      `当前用户（uid ${process.getuid?.()}）在 /etc/passwd 里没有名字，PostgreSQL 因此拒绝建库。请换一个有名字的用户，或设置 DATABASE_URL。`,
      `The present user (uid ${process.getuid?.()}) has no name in /etc/passwd, so PostgreSQL declines to make a database. Start as a user that has one, or set DATABASE_URL.`,
    ),
  noBinaries: (platform: string) =>
    new EmbeddedPostgresRefusal(
      `没有适合 ${platform} 的自带 PostgreSQL。请重新执行 npm ci（不要加 --omit=optional），或设置 DATABASE_URL。`,
      `There is no embedded PostgreSQL for ${platform}. Run npm ci again (without --omit=optional), or set DATABASE_URL.`,
    ),
  binariesDoNotRun: (platform: string, reason: string) =>
    new EmbeddedPostgresRefusal(
      `自带的 PostgreSQL（${platform}）在本机运行不了：${reason}。请设置 DATABASE_URL，使用已有的 PostgreSQL。`,
      `The embedded PostgreSQL (${platform}) does not run on this machine: ${reason}. Set DATABASE_URL to use a PostgreSQL of yours.`,
    ),
  didNotStart: (dir: string, reason: string) =>
    new EmbeddedPostgresRefusal(
      `自带的 PostgreSQL 没有启动成功：${reason}。详情见 ${dir}。`,
      `The embedded PostgreSQL did not start: ${reason}. See ${dir}.`,
    ),
};

/** What the operating system said about a path, as a refusal; an error of another kind is passed through. */
export function refusalForPath(error: unknown, dir: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusals.diskFull(dir);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return refusals.notWritable(dir);
  if (code === 'ENOTDIR' || code === 'EEXIST') return refusals.notADirectory(dir);
  return error;
}

/** The same for what PostgreSQL's own programs print. */
export function refusalForOutput(output: string, dir: string, log: string): EmbeddedPostgresRefusal {
  if (/No space left on device|Disk quota exceeded/.test(output)) return refusals.diskFull(dir);
  if (/could not look up effective user ID/.test(output)) return refusals.nameless();
  if (/Read-only file system|Permission denied/.test(output)) return refusals.notWritable(dir);
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'no output';
  return refusals.didNotStart(log, telling.trim().replace(/\.$/, ''));
}

import { resolve } from 'node:path';
import { StartRefusal } from './platform/start-refusal.ts';

/** How this server was asked to run, from the environment. README.md lists every name. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly data_dir: string;
  readonly data_dir_given: boolean;
  readonly database_url: string | undefined;
  /** `haidian` loads the demo story into an empty database; `none` never does. */
  readonly demo: 'haidian' | 'none';
  readonly trust_proxy: boolean;
}

/** @throws StartRefusal naming the setting that cannot be understood. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartRefusal(
      `PORT=${env.PORT} 不是端口号。请填 1 到 65535 的整数。`,
      `PORT=${env.PORT} is no port. Give a whole number from 1 to 65535.`,
    );
  }
  const url = env.DATABASE_URL || undefined;
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) {
    throw new StartRefusal('DATABASE_URL 应以 postgres:// 开头。', 'DATABASE_URL must begin with postgres://.');
  }
  const demo = env.DEMO ?? (url === undefined ? 'haidian' : 'none');
  if (demo !== 'haidian' && demo !== 'none') {
    throw new StartRefusal(
      `没有名为 ${demo} 的演示。DEMO 可填 haidian 或 none。`,
      `There is no demo story ${demo}. DEMO is haidian or none.`,
    );
  }
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    data_dir: resolve(env.DATA_DIR ?? 'data'),
    data_dir_given: env.DATA_DIR !== undefined,
    database_url: url,
    demo,
    trust_proxy: env.TRUST_PROXY === '1',
  };
}

import { roles } from '../contract/words.ts';
import { demoMembers, demoStaff } from '../db/demo/haidian/index.ts';
import { readConfig } from './config.ts';
import { outliveLostConnections } from './platform/database.ts';
import { type RunningServer, startServer } from './start.ts';

const say = (line: string) => console.log(line);

/** A refusal to start is a sentence in both languages, not a stack. */
function fail(error: unknown): never {
  const words = error as { zh?: string; en?: string };
  if (words.zh !== undefined && words.en !== undefined) console.error(`\n${words.zh}\n${words.en}\n`);
  else console.error(error);
  process.exit(1);
}

function welcome({ address, demo_password }: RunningServer): void {
  say(
    `\n连心桥已就绪 Lianxinqiao is ready\n  职工 Workers   ${address}/\n  工会 Unions    ${address}/console/\n  接口 API       ${address}/api/docs`,
  );
  if (demo_password === null) return;
  say('\n演示数据，人物和号码均为虚构 Demo: all people and numbers are invented');
  for (const one of demoStaff)
    say(`  ${one.login_name.padEnd(18)} ${one.display_name}（${roles[one.role].zh}，${one.union}）`);
  say(`  以上账号的密码 Password for all of these: ${demo_password}`);
  for (const one of demoMembers.slice(0, 3))
    say(`  ${one.phone}        ${one.name}（会员 member，${one.union}）验证码显示在页面上 code shown on the page`);
  say('\n按 Ctrl-C 结束 Ctrl-C ends it\n');
}

outliveLostConnections();
const server = await Promise.try(() => startServer(readConfig(process.env), process.env, say)).catch(fail);
welcome(server);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C while ending is impatience, not a reason to leave the database behind.
    if (stopping) return;
    stopping = true;
    say('正在结束… Ending…');
    void server.stop().then(() => process.exit(0), fail);
  });
}

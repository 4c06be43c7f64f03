// npm run first-officer -- LOGIN_NAME 姓名 工会名称 [city|district]: outside the demo, the union at the top and somebody to sign in.
import { randomBytes } from 'node:crypto';
import { readConfig } from '../server/config.ts';
import { migrate, openOwner } from '../server/platform/migrate.ts';
import { hashPassword } from '../server/platform/password.ts';
import { StartRefusal } from '../server/platform/start-refusal.ts';
import { dayOf } from '../server/platform/time.ts';
import { openStorage } from '../server/start.ts';

const [login_name, display_name, union, level = 'city'] = process.argv.slice(2);
const stops: (() => Promise<void>)[] = [];

async function addFirstOfficer(): Promise<void> {
  if (!login_name || !display_name || !union || !['city', 'district'].includes(level)) {
    throw new StartRefusal(
      '用法：npm run first-officer -- 用户名 姓名 工会名称 [city|district]',
      'Usage: npm run first-officer -- LOGIN_NAME NAME UNION [city|district]',
    );
  }
  const { connection } = await openStorage(readConfig(process.env), console.log, stops);
  const owner = openOwner(connection);
  stops.push(() => owner.end());
  await migrate(owner);
  const password = randomBytes(12).toString('base64url');
  const hash = await hashPassword(password);
  await owner.begin(async (tx) => {
    // Two runs at once would make two officers; the second waits and is refused.
    await tx`lock table staff`;
    if ((await tx`select from staff limit 1`).length > 0) {
      throw new StartRefusal('已经有干部账号了，没有改动。', 'There are officers already; nothing was changed.');
    }
    const today = dayOf(new Date());
    const [node] =
      await tx`insert into union_node (level, name, valid_from) values (${level}, ${union}, ${today}) returning union_id`;
    const [staff] =
      await tx`insert into staff (login_name, display_name, password_hash, created_at) values (${login_name}, ${display_name}, ${hash}, now()) returning staff_id`;
    await tx`insert into post (staff_id, union_id, role, valid_from) values (${staff?.staff_id}, ${node?.union_id}, ${`${level}_officer`}, ${today})`;
    await tx`insert into audit_entry (at, actor_kind, action, subject_kind, subject_id, union_id) values (now(), 'system', 'staff.first', 'staff', ${String(staff?.staff_id)}, ${node?.union_id})`;
  });
  console.log(`已建立 ${union} 和账号 ${login_name}。密码只显示这一次：${password}`);
  console.log(`Made ${union} and the account ${login_name}. The password is shown this once: ${password}`);
}

let status = 0;
try {
  await addFirstOfficer();
} catch (error) {
  const words = error as { zh?: string; en?: string };
  console.error(words.zh === undefined ? error : `${words.zh}\n${words.en}`);
  status = 1;
}
for (const stop of stops.reverse()) await stop();
process.exit(status);

// Runs a TypeScript script of the project with a Node that can: installs what is missing, then finds that Node.
// Plain JavaScript, because the Node that reads this file may be as old as 20.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endWithParent } from './end-with-parent.mjs';

const NODE_MIN = [24, 7];

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...rest] = process.argv.slice(2);

function fail(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Says what npm last installed here differs in from the lock file; undefined when it is what the lock asks for. */
function missingPackage(needsDev) {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return 'node_modules';
  const installed = readJson(installedPath).packages;
  for (const [path, wanted] of Object.entries(readJson(join(root, 'package-lock.json')).packages)) {
    if (path === '' || wanted.link) continue;
    const found = installed[path];
    if (found ? found.version !== wanted.version : !wanted.optional && (needsDev || !wanted.dev)) return path;
  }
  return undefined;
}

function install(needsDev) {
  console.log('正在安装依赖（npm ci）…  Installing dependencies (npm ci)…');
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (needsDev) options.push('--include=dev');
  const npm = process.env.npm_execpath ?? '';
  const [command, args] = /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm, ...options]] : ['npm', options];
  // npm is a .cmd file on Windows, which only a shell can start.
  const shell = command === 'npm' && process.platform === 'win32';
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (done.status !== 0) {
    fail(
      '依赖没有安装成功，原因见上面 npm 的输出。请检查网络或 npm 镜像设置，再试一次。',
      "Installing the dependencies failed; npm's reason is above. Check the network or npm's registry setting and try again.",
    );
  }
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
}

/** The Node that npm installed as a package of the project, where ours is too old. */
function packagedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const name of [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]) {
    const path = join(root, 'node_modules', name, 'bin', file);
    if (!existsSync(path)) continue;
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (stdout && isNewEnough(stdout.trim())) return path;
  }
  return undefined;
}

function runWith(node) {
  const child = spawn(node, [resolve(root, script), ...rest], { cwd: root, stdio: 'inherit' });
  // Ctrl-C in a terminal reaches the child by itself; passing it on would interrupt its orderly end a second time.
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !atTerminal) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`无法启动 ${node}：${error.message}`, `${node} does not start: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (!script) fail('用法：node scripts/run.mjs <脚本.ts>', 'Usage: node scripts/run.mjs <script.ts>');

const needsDev = script !== 'scripts/start.ts' && script !== 'scripts/build.ts';
if (missingPackage(needsDev)) install(needsDev);

const node = isNewEnough(process.version) ? process.execPath : packagedNode();
if (node === undefined) {
  fail(
    `需要 Node ${NODE_MIN.join('.')} 或更新的版本（现在是 ${process.version}），本机也没有可用的随附版本。请从 nodejs.org 安装 Node 24。`,
    `Node ${NODE_MIN.join('.')} or later is needed (this is ${process.version}) and no packaged one runs here. Install Node 24 from nodejs.org.`,
  );
}
process.chdir(root);
endWithParent();
process.env.PATH = dirname(node) + delimiter + (process.env.PATH ?? '');
if (node === process.execPath) {
  process.argv = [process.argv[0], resolve(root, script), ...rest];
  await import(pathToFileURL(resolve(root, script)).href);
} else {
  runWith(node);
}

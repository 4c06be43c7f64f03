// npm run dev: the server, started again when its files change, behind Vite, which shows a changed screen at once.
import { spawn } from 'node:child_process';
import { createServer } from 'vite';
import { endWithParent } from './end-with-parent.mjs';
import { root, viteConfig } from './web.ts';

endWithParent();
const port = Number(process.env.PORT ?? 8787);
const api_port = port + 1;
const console_port = port + 2;

const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(api_port) },
});

const api = { target: `http://127.0.0.1:${api_port}` };
const fromServer = { '/api': api, '/healthz': api, '/readyz': api };
const host = '127.0.0.1';
const desk = await createServer({
  configFile: viteConfig('console'),
  logLevel: 'warn',
  clearScreen: false,
  server: { host, port: console_port, strictPort: true, proxy: fromServer, ws: { port: console_port } },
});
// One address for both: the workers' app hands on what belongs to the desk, as the server does in earnest.
const phone = await createServer({
  configFile: viteConfig('member'),
  logLevel: 'warn',
  clearScreen: false,
  server: {
    host,
    port,
    strictPort: true,
    proxy: { ...fromServer, '/console': { target: `http://${host}:${console_port}` } },
  },
});
await Promise.all([desk.listen(), phone.listen()]);
console.log(`\n  开发 Development  http://${host}:${port}/  http://${host}:${port}/console/\n`);

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  server.kill('SIGTERM');
  await Promise.all([phone.close(), desk.close()]);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
server.on('exit', (code) => {
  const exit_code = ending ? 0 : (code ?? 1);
  void end().then(() => process.exit(exit_code));
});

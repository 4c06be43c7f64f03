import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A Chromium and Chinese fonts for the browser tests: what is there, else Debian's packages, else Playwright's own. */
export function provideBrowser(): string {
  const found = findBrowser();
  const fonts = hasChineseFonts();
  if (found && fonts) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const wanted = [...(found ? [] : ['chromium']), ...(fonts ? [] : ['fonts-noto-cjk'])];
    console.log(`正在安装 Installing ${wanted.join(', ')}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', ...wanted], { stdio: ['ignore', 'ignore', 'inherit'], env });
  } else if (!found) {
    console.log('正在下载浏览器 Downloading a browser…');
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  }
  const browser = findBrowser();
  if (browser) return browser;
  console.error(
    '没有找到浏览器，浏览器测试无法运行。请安装 Chromium，或用 CHROME_PATH 指明它在哪里。\nNo browser was found for the browser tests. Install Chromium, or say where it is with CHROME_PATH.',
  );
  process.exit(1);
}

function findBrowser(): string | undefined {
  if (process.env.CHROME_PATH && existsSync(process.env.CHROME_PATH)) return process.env.CHROME_PATH;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const which = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
    if (which.status === 0) return which.stdout.trim().split('\n')[0];
  }
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as { chromium: { executablePath(): string } };
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

function hasChineseFonts(): boolean {
  // Other systems bring theirs along; where the fonts cannot be listed, the pages show what there is.
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

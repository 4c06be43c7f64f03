import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes sw.js with the list of what the build wrote: the worker keeps exactly these. */
function shellWorker(): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const written = Object.values(bundle).filter(({ fileName }) => fileName !== 'index.html');
      const files = [
        ...written.map(({ fileName }) => `/${fileName}`),
        '/manifest.webmanifest',
        '/icon-192.png',
      ].toSorted();
      const source = readFileSync(here('./web/member/sw.js'), 'utf8');
      const page = bundle['index.html'];
      const version = createHash('sha256')
        .update(JSON.stringify([files, source, page?.type === 'asset' ? page.source.toString() : '']))
        .digest('hex')
        .slice(0, 12);
      const constants = `const FILES = ${JSON.stringify(files)};\nconst VERSION = '${version}';\n`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: constants + source });
    },
  };
}

export default defineConfig({
  root: here('./web/member'),
  base: '/',
  plugins: [shellWorker()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 8787}` },
    fs: { allow: [here('.')] },
  },
  build: {
    outDir: here('./dist/member'),
    emptyOutDir: true,
    // What phones of these years understand; the rest would be weight for nobody.
    target: ['chrome111', 'safari16.4', 'firefox128'],
    modulePreload: false,
    // Small pictures written into the page as data are refused by the content policy of some proxies.
    assetsInlineLimit: 0,
  },
});

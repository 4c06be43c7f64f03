import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('web/console'),
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  server: {
    host: '127.0.0.1',
    port: 5174,
    fs: { allow: [here('.')] },
    proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 8787}` },
  },
  build: {
    outDir: here('dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // antd's table and date picker are each one chunk that only the pages using them fetch.
    chunkSizeWarningLimit: 700,
    // antd marks its files for server components, which there are none of here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});

// Keeps the shell, so that the app and its vouchers open without a network. Answers of the server are never kept here:
// what a member may see offline the app itself keeps, and wipes when they sign out.
// The build puts two constants in front: FILES, everything it wrote, and VERSION, which changes with any of them.
/* global FILES, VERSION */

const CACHE = `shell-${VERSION}`;
const SHELL = '/';
const slow_ms = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([SHELL, ...FILES].map((file) => new Request(file, { cache: 'reload' })))));
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name.startsWith('shell-') && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

/** The newest page where the network is quick, the kept one where it is slow, silent or broken. */
async function page(request) {
  const kept = await caches.match(SHELL);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(kept ? slow_ms : 30_000) });
    if (answer.ok || !kept) return answer;
  } catch (cause) {
    if (!kept) throw cause;
  }
  return kept;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|console)(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

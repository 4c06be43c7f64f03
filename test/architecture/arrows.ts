import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** An import of one of our files by another, both relative to the root. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Every import between files of the house, tests left out. */
export function readArrows(root: string): Arrow[] {
  const files = globSync(['contract/**/*.ts', 'server/**/*.ts', 'web/**/*.{ts,tsx}', 'db/**/*.ts', 'bench/**/*.ts'], {
    cwd: root,
  }).filter((file) => !/\.(test|browser)\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((found) => found[1] ?? '');
    return named.map((name) => ({ from: file, to: relative(root, join(root, dirname(file), name)) }));
  });
}

/** Packages each file of a folder imports from outside. */
export function readPackages(root: string, folder: string): { file: string; name: string }[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map((found) => ({
        file,
        name: found[1] ?? '',
      })),
    );
}

const engines = ['allotment', 'casework', 'ledger'];
const ground = ['members', 'unions'];

const roomOf = (file: string) => /^server\/rooms\/([^/]+)\//.exec(file)?.[1];

/** Why an arrow may not be, or undefined. */
export function forbidden({ from, to }: Arrow): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (from.startsWith('contract/') && !to.startsWith('contract/')) return 'contract imports only itself';
  if (from.startsWith('web/')) {
    const app = /^web\/([^/]+)\//.exec(from)?.[1] ?? '';
    const allowed =
      to.startsWith('contract/') || to.startsWith('web/ui/') || (app !== 'ui' && to.startsWith(`web/${app}/`));
    if (!allowed) return 'web imports only contract, web/ui and its own app';
    if (app === 'ui' && to.startsWith('contract/call')) return 'web/ui fetches nothing';
  }
  if (from.startsWith('server/platform/') && there) return 'platform knows no room';
  if (from.startsWith('server/platform/') && !to.startsWith('server/platform/') && !to.startsWith('contract/'))
    return 'platform imports only contract';
  if (there && here !== there && !to.endsWith('/index.ts')) return 'a room is entered through its index.ts alone';
  if (here && there && here !== there) return wrongWay(here, there);
  if (here && !there && !/^(server\/platform|contract)\//.test(to)) return 'a room stands on platform and contract';
  return undefined;
}

function wrongWay(here: string, there: string): string | undefined {
  if (here === 'unions') return 'unions stands on platform alone';
  if (here === 'members' && there !== 'unions') return 'members stands on unions and platform';
  if (engines.includes(here) && !engines.includes(there) && !ground.includes(there))
    return 'an engine knows no service room';
  if (engines.includes(here) && engines.includes(there) && !(here === 'allotment' && there === 'ledger'))
    return 'of the engines only allotment may enter another, the ledger';
  return undefined;
}

/** A circle of rooms, as the names along it, or undefined. */
export function findCircle(arrows: readonly Arrow[]): string[] | undefined {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) {
    const [here, there] = [roomOf(from), roomOf(to)];
    if (here && there && here !== there) next.set(here, (next.get(here) ?? new Set()).add(there));
  }
  const walk = (room: string, path: string[]): string[] | undefined => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    for (const one of next.get(room) ?? []) {
      const circle = walk(one, [...path, room]);
      if (circle) return circle;
    }
    return undefined;
  };
  for (const room of next.keys()) {
    const circle = walk(room, []);
    if (circle) return circle;
  }
  return undefined;
}

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { findCircle, forbidden, readArrows, readPackages } from './arrows.ts';

const root = join(import.meta.dirname, '../..');

/** A small house with the files given, for planting what must be caught. */
function plant(files: Record<string, string>): string {
  const place = mkdtempSync(join(tmpdir(), 'arrows-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  }
  return place;
}

describe('arrows between rooms', () => {
  it('go only where the drawing lets them', () => {
    const arrows = readArrows(root);
    assert.ok(arrows.length > 200, 'the imports were read');
    assert.deepEqual(
      arrows.flatMap((arrow) => forbidden(arrow) ?? []).length,
      0,
      JSON.stringify(arrows.filter(forbidden), null, 1),
    );
  });
  it('make no circle', () => assert.equal(findCircle(readArrows(root)), undefined));
  it('of contract lead to zod alone, outside', () => {
    assert.deepEqual(
      readPackages(root, 'contract').filter(({ name }) => name !== 'zod'),
      [],
    );
  });

  const planted: readonly (readonly [string, string, string, RegExp])[] = [
    ['platform entering a room', 'server/platform/x.ts', "import '../rooms/care/index.ts';", /platform/],
    ['an engine entering a service room', 'server/rooms/allotment/x.ts', "import '../care/index.ts';", /engine/],
    ['the ledger entering allotment', 'server/rooms/ledger/x.ts', "import '../allotment/index.ts';", /engines/],
    ['a room by its window', 'server/rooms/care/x.ts', "import { a } from '../allotment/claim.ts';", /index\.ts/],
    ['contract reaching the server', 'contract/x.ts', "import '../server/app.ts';", /contract/],
    ['the phone app reaching the desk', 'web/member/x.ts', "import '../console/main.tsx';", /web/],
    ['the desk reaching the server', 'web/console/x.ts', "import '../../server/app.ts';", /web/],
    ['members entering a service room', 'server/rooms/members/x.ts', "import '../care/index.ts';", /members/],
    ['a room reaching the app', 'server/rooms/care/x.ts', "import '../../app.ts';", /platform and contract/],
  ];
  for (const [name, file, text, why] of planted) {
    it(`are caught when planted: ${name}`, () => {
      const [arrow] = readArrows(plant({ [file]: text }));
      assert.match(forbidden(arrow ?? { from: '', to: '' }) ?? 'allowed', why);
    });
  }
  it('are caught when planted: a circle of service rooms', () => {
    const place = plant({
      'server/rooms/care/x.ts': "import '../stations/index.ts';",
      'server/rooms/stations/y.ts': "import '../care/index.ts';",
    });
    assert.deepEqual(new Set(findCircle(readArrows(place))), new Set(['care', 'stations']));
  });
});

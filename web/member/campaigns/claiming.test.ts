import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from './claiming.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id is a UUIDv7 whatever chance brings', () => {
  for (const byte of [0, 0x3f, 0x80, 0xff])
    assert.match(uuidv7(1_790_000_000_000, new Uint8Array(10).fill(byte)), shape);
  for (let n = 0; n < 200; n++) assert.match(uuidv7(), shape);
});

test('ids carry their time and sort by it', () => {
  const earlier = uuidv7(1_790_000_000_000);
  const later = uuidv7(1_790_000_000_001);
  assert.equal(Number.parseInt(earlier.replaceAll('-', '').slice(0, 12), 16), 1_790_000_000_000);
  assert.ok(earlier < later);
});

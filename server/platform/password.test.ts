import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOfNobody, hashPassword, verifyPassword } from './password.ts';

test('a password opens its own hash and no other does', async () => {
  const hash = await hashPassword('海淀-Haidian-1');
  assert.equal(await verifyPassword('海淀-Haidian-1', hash), true);
  assert.equal(await verifyPassword('海淀-haidian-1', hash), false);
  assert.equal(await verifyPassword('', hash), false);
});

test('the hash says its costs and is salted', async () => {
  const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
  assert.match(one, /^argon2id\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/);
  assert.notEqual(one, two);
});

test('full-width letters of a Chinese keyboard are the same password', async () => {
  assert.equal(await verifyPassword('ｐａｓｓ１２３', await hashPassword('pass123')), true);
});

test('nobody’s hash is well formed and opens to nothing; a foreign hash is an error, not a no', async () => {
  assert.equal(await verifyPassword('', hashOfNobody), false);
  await assert.rejects(verifyPassword('x', '$2b$10$abcdefghijklmnopqrstuv'), /unknown form/);
});

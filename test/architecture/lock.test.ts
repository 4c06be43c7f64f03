// A lock file made where a registry lacks the packages of other systems installs nowhere: npm ci calls it out of step.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

function leftOut({ packages }: Lock): string[] {
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  return wanted.filter((name) => !names.has(name));
}

describe('the lock file', () => {
  it('holds the packages of every system', () => {
    const lock: Lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));
    assert.deepEqual(leftOut(lock), []);
  });
  it('that leaves one out is caught', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { '@a/x': '1', '@a/y': '1' } },
      'node_modules/@a/x': {},
    };
    assert.deepEqual(leftOut({ packages }), ['@a/y']);
  });
});

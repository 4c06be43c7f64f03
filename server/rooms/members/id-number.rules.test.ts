import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIdNumber, checkPhone } from './id-number.rules.ts';
import { wantedBy } from './search.rules.ts';

const today = '2026-07-15';
const check = (text: string, day = today) => {
  const result = checkIdNumber(text, day);
  return result.ok ? 'ok' : result.problem.zh;
};

// The examples of the standard itself, GB 11643-1999.
const woman = '11010519491231002X';
const born1880 = '440524188001010014';

test('the standard’s own example is read: sex and birth date with it', () => {
  assert.deepEqual(checkIdNumber(woman, today), { ok: true, value: woman, sex: 'female', birth_date: '1949-12-31' });
});

test('full-width digits, spaces and a small x are the same number', () => {
  assert.equal(check('１１０１０５ 19491231 002x'), 'ok');
});

test('each mistake has its own sentence', () => {
  assert.match(check(''), /没有填写/);
  assert.match(check('110105491231002'), /18 位.*这里是 15 位/);
  assert.match(check('1101051949123100AX'), /18 位/);
  assert.match(check('110105194912310021'), /校验位/);
  assert.match(check('110105194913310020'), /1949-13-31 不存在/);
  assert.match(check('110105194902300020'), /1949-02-30 不存在/);
  assert.match(check('11010520990101002X'), /还没有到/);
});

test('a region no province has is refused though its check character is right', () => {
  // One of the eleven possible check characters is right; whichever it is, the region is wrong.
  const fits = [...'0123456789X'].map((last) => check(`99999919900101001${last}`));
  assert.ok(fits.every((problem) => /地区码 999999 不存在/.test(problem)));
  const allowed = [...'0123456789X'].filter((last) => check(`11010019900101001${last}`) === 'ok');
  assert.equal(allowed.length, 1, 'in a province exactly one of the eleven fits');
});

test('sixteen on the day, and not a day before; eighty, and not older', () => {
  const [last] = [...'0123456789X'].filter((one) => check(`11010020100716001${one}`, '2030-01-01') === 'ok');
  const number = `11010020100716001${last}`;
  assert.equal(check(number, '2026-07-16'), 'ok');
  assert.match(check(number, '2026-07-15'), /未满 16/);
  assert.equal(check(woman, '2030-12-30'), 'ok');
  assert.match(check(woman, '2030-12-31'), /81 岁/);
  assert.match(check(born1880), /146 岁/);
});

test('phones with country code, spaces and dashes; others refused', () => {
  assert.deepEqual(checkPhone(' +86 138-0000-1234'), { ok: true, value: '13800001234' });
  for (const wrong of ['', '12800001234', '1380000123', '138000012345', '010-62345678'])
    assert.equal(checkPhone(wrong).ok, false, wrong);
});

test('what is typed into the search box is told apart by its look', () => {
  assert.deepEqual(wantedBy('11010519491231002x'), { by: 'id_number', value: woman });
  assert.deepEqual(wantedBy('138 0000 1234'), { by: 'phone', value: '13800001234' });
  assert.deepEqual(wantedBy(' 50%_\\ '), { by: 'name', pattern: '%50\\%\\_\\\\%' });
  assert.deepEqual(wantedBy('  '), { by: 'all' });
});

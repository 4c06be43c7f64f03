import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskIdNumber, maskName, maskPhone } from './mask.ts';

test('names keep their first character and, of three or more, the last', () => {
  assert.equal(maskName('王明'), '王*');
  assert.equal(maskName('王小明'), '王*明');
  assert.equal(maskName('阿卜杜拉'), '阿**拉');
  assert.equal(maskName('𠮷田明'), '𠮷*明', 'a character outside the first plane is one character');
  assert.equal(maskName('王'), '*', 'a name of one character would be shown whole');
});

test('numbers keep what tells them apart to their owner', () => {
  assert.equal(maskPhone('13800001234'), '138****1234');
  assert.equal(maskIdNumber('11010019900101123X'), '110100********123X');
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dateOf, dayOf, distanceOf, momentOf, moneyOf, peopleOf, timeOf, timesOf } from './format.ts';
import { logoPath } from './logo.ts';

const monday = '2026-11-23T14:30:00+08:00';
const now = Date.parse('2026-11-01T00:00:00+08:00');

test('a moment reads as the paper writes it, in the union’s time zone', () => {
  assert.equal(momentOf(monday, 'zh', now), '11月23日 周一 14:30');
  assert.equal(momentOf(monday, 'en', now), 'Mon 23 Nov, 14:30');
  assert.equal(momentOf('2026-11-23T06:30:00Z', 'zh', now), '11月23日 周一 14:30');
  assert.equal(timeOf('2026-11-22T16:05:00Z'), '00:05');
});

test('another year is named', () => {
  assert.equal(dayOf('2027-01-03T10:00:00+08:00', 'zh', now), '2027年1月3日 周日');
  assert.equal(dayOf('2027-01-03T10:00:00+08:00', 'en', now), 'Sun 3 Jan 2027');
});

test('a calendar day does not slip into its neighbour', () => {
  assert.equal(dateOf('2026-07-01', 'zh'), '2026年7月1日');
  assert.equal(dateOf('2026-07-01', 'en'), '1 Jul 2026');
});

test('distances, counts and money', () => {
  assert.equal(distanceOf(347, 'zh'), '350 米');
  assert.equal(distanceOf(0, 'en'), '10 m');
  assert.equal(distanceOf(996, 'zh'), '1.0 公里');
  assert.equal(distanceOf(12_400, 'en'), '12 km');
  assert.equal(peopleOf(12_873, 'zh'), '12,873 人');
  assert.equal(peopleOf(1, 'en'), '1 person');
  assert.equal(timesOf(4750, 'zh'), '4,750 人次');
  assert.equal(moneyOf(123_450), '¥1,234.50');
});

test('the picture in the browser’s tab is the mark', () => {
  assert.ok(readFileSync(new URL('./favicon.svg', import.meta.url), 'utf8').includes(logoPath));
});

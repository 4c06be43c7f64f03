import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openingAt } from './hours.rules.ts';

/** 2026-07-13 is a Monday; the days of that week by number. */
const at = (day: number, time: string) => new Date(`2026-07-${day}T${time}:00+08:00`);
const [monday, friday, saturday, sunday] = [13, 17, 18, 19];
const open = (until: string | null) => ({ state: 'open', until, opens: null });
const closed = (time: string, in_days: number) => ({ state: 'closed', until: null, opens: { at: time, in_days } });
const unknown = { state: 'unknown', until: null, opens: null };

const cases: readonly [hours: string, now: Date, expected: object][] = [
  ['24小时', at(monday, '03:00'), open(null)],
  ['周一至周日 全天', at(sunday, '23:59'), open(null)],
  // Two spans a day, with the break between them; the first minute is in, the last is out.
  ['8:30-11:00 13:30-17:00', at(monday, '08:29'), closed('08:30', 0)],
  ['8:30-11:00 13:30-17:00', at(monday, '08:30'), open('11:00')],
  ['8:30-11:00 13:30-17:00', at(monday, '11:00'), closed('13:30', 0)],
  ['8:30-11:00 13:30-17:00', at(monday, '16:59'), open('17:00')],
  ['8:30-11:00 13:30-17:00', at(monday, '17:00'), closed('08:30', 1)],
  // Over a weekend.
  ['星期一到星期五 9:30-17:00', at(friday, '12:00'), open('17:00')],
  ['星期一到星期五 9:30-17:00', at(friday, '18:00'), closed('09:30', 3)],
  ['周一至周五 8:30-17:30', at(saturday, '10:00'), closed('08:30', 2)],
  ['周一至周五 8:30-17:30', at(sunday, '23:59'), closed('08:30', 1)],
  ['周一至周五 24小时', at(sunday, '12:00'), closed('00:00', 1)],
  // Past midnight: the tail belongs to the evening before.
  ['9:00-次日2:00', at(monday, '01:59'), open('02:00')],
  ['9:00-次日2:00', at(monday, '02:00'), closed('09:00', 0)],
  ['9:00-次日2:00', at(monday, '23:00'), open('02:00')],
  ['22:00-6:00', at(monday, '05:00'), open('06:00')],
  ['周一至周五 20:00-次日2:00', at(saturday, '01:00'), open('02:00')],
  ['周一至周五 20:00-次日2:00', at(monday, '01:00'), closed('20:00', 0)],
  ['9:00-24:00', at(monday, '23:59'), open('24:00')],
  ['9:00-24:00', at(monday, '00:00'), closed('09:00', 0)],
  // As typed on a Chinese keyboard, and in clauses.
  ['９：００－２１：００', at(monday, '20:59'), open('21:00')],
  ['周一至周五 8:30-17:30；周六 9:00-12:00', at(saturday, '09:00'), open('12:00')],
  ['周一至周五 8:30-17:30;周六 9:00-12:00', at(saturday, '12:00'), closed('08:30', 2)],
  ['周一至周五：8:30-17:30\n周末：休息', at(sunday, '12:00'), closed('08:30', 1)],
  ['周六、周日 10:00-16:00', at(monday, '10:00'), closed('10:00', 5)],
  // Half-read hours would send somebody to a locked door.
  ['', at(monday, '12:00'), unknown],
  ['以现场为准', at(monday, '12:00'), unknown],
  ['9:00-17:00（节假日除外）', at(monday, '12:00'), unknown],
  ['周一、三、五 9:00-17:00', at(monday, '12:00'), unknown],
  ['9:75-17:00', at(monday, '12:00'), unknown],
  ['25:00-26:00', at(monday, '12:00'), unknown],
];

for (const [hours, now, expected] of cases) {
  test(`“${hours}” at ${now.toISOString()}`, () => assert.deepEqual(openingAt(hours, now), expected));
}

test('the clock of the machine does not matter: the same instant in another zone is the same answer', () => {
  assert.deepEqual(openingAt('9:00-21:00', new Date('2026-07-13T12:59:00Z')), open('21:00'));
  assert.deepEqual(openingAt('9:00-21:00', new Date('2026-07-13T13:00:00Z')), closed('09:00', 1));
});

test('one span a day: open exactly between its ends, and the time told is the nearer end', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const clock = (total: number) =>
    `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
  const property = fc.property(minute, minute, minute, (from, to, now) => {
    fc.pre(from < to);
    const answer = openingAt(`${clock(from)}-${clock(to)}`, at(monday, clock(now)));
    if (from <= now && now < to) assert.deepEqual(answer, open(clock(to)));
    else assert.deepEqual(answer, closed(clock(from), now < from ? 0 : 1));
  });
  fc.assert(property);
});

test('whatever is written, the answer is one of the three', () => {
  const text = fc
    .array(fc.constantFrom('周一', '至', '周日', '9:00', '-', '次日', '24:00', '全天', '；', ' ', '休息', '~'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (hours) => assert.match(openingAt(hours, at(monday, '10:00')).state, /^(open|closed|unknown)$/)),
  );
});

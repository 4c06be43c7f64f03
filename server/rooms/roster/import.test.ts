import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import type { RosterImport } from '../../../contract/roster.ts';
import { xlsx } from '../../../contract/roster.ts';
import { streetUnion } from '../../../db/demo/haidian/tree.ts';
import { type Asker, demoHouse } from '../../../test/support/app.ts';

const house = await demoHouse();
const shangdi = streetUnion('上地街道').union_id;
const zhongguancun = streetUnion('中关村街道').union_id;
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../test/fixtures/roster', name));
const [inShangdi, inZhongguancun, inHaidian] = [
  await house.staff('shangdi'),
  await house.staff('zhongguancun'),
  await house.staff('haidian'),
];

const upload = (asker: Asker, union_id: number, file: Uint8Array, language = 'zh') =>
  asker(
    'POST',
    `/api/desk/roster-imports?union_id=${union_id}&file_name=${encodeURIComponent('名册.xlsx')}`,
    Buffer.from(file),
    { 'content-type': xlsx, 'accept-language': language },
  );
async function preview(asker: Asker, union_id: number, file: Uint8Array, language?: string): Promise<RosterImport> {
  const answer = await upload(asker, union_id, file, language);
  assert.equal(answer.status, 200, answer.raw.toString());
  return answer.body as unknown as RosterImport;
}
const commit = (asker: Asker, { import_id }: RosterImport) =>
  asker('PUT', `/api/desk/roster-imports/${import_id}/commitment`);
const membersNow = async () =>
  (await house.owner<{ found: number }[]>`select count(*)::integer as found from member`)[0]?.found ?? 0;
const people = (from: number, until: number) =>
  writeXlsx({
    sheets: [
      {
        name: '名册',
        rows: [
          ['姓名', '身份证号', '手机号', '职业'],
          ...Array.from({ length: until - from }, (_, index) => [
            '示例',
            idNumber(from + index),
            `1610001${String(from + index).padStart(4, '0')}`,
            '快递员',
          ]),
        ],
      },
    ],
  });
/** The weights and check characters of GB 11643, written out once more. */
function idNumber(order: number): string {
  const front = `110100198${Math.floor(order / 500) % 10}0101${String(order % 500).padStart(3, '0')}`;
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (total, weight, place) => total + weight * Number(front[place]),
    0,
  );
  return front + '10X98765432'.charAt(sum % 11);
}

test('a roster as offices send it: what is good, what is wrong, and where', async () => {
  const before = await membersNow();
  const found = await preview(inShangdi, shangdi, fixture('office.xlsx'));
  assert.deepEqual([found.rows, found.new, found.known, found.wrong], [11, 2, 0, 9]);
  assert.deepEqual(found.columns_ignored, ['序号', '备注']);
  assert.equal(found.columns_used.length, 8);
  // By hand from the fixture's making: which row, and which columns of it.
  assert.deepEqual(
    found.wrong_rows.map((wrong) => [wrong.row, wrong.problems.map((one) => one.column)]),
    [
      [6, ['身份证号']],
      [9, ['身份证号']],
      [10, ['身份证号']],
      [11, ['身份证号']],
      [12, ['手机号']],
      [13, ['手机号', '职业', '性别']],
      [14, ['姓名', '职业']],
      [15, ['入会日期', '性别', '出生日期']],
      [16, ['身份证号']],
    ],
  );
  const said = (row: number) =>
    found.wrong_rows
      .find((wrong) => wrong.row === row)
      ?.problems.map((one) => one.message)
      .join() ?? '';
  for (const [row, words] of [
    [6, '文本'],
    [9, '校验位'],
    [10, '1990-02-30'],
    [11, '第 4 行'],
    [12, '第 4 行'],
    [13, '网约车司机、快递员'],
    [16, '文本'],
  ] as const)
    assert.ok(said(row).includes(words), said(row));
  assert.deepEqual(
    found.sample.map((one) => [one.row, one.name, one.id_number_masked, one.phone_masked, one.occupation]),
    [
      [4, '示例甲', '110100********1018', '161****0001', '网约车司机'],
      [5, '示例乙', '110100********1029', '161****0002', '外卖骑手'],
    ],
  );
  assert.equal(await membersNow(), before, 'a preview adds nobody');
});

test('problems are told in the reader’s language', async () => {
  const found = await preview(inShangdi, shangdi, fixture('office.xlsx'), 'en');
  assert.deepEqual(
    found.wrong_rows[0]?.problems.map((one) => one.column),
    ['ID number'],
  );
  assert.match(found.wrong_rows[0]?.problems[0]?.message ?? '', /Set the column to text/);
});

test('what waits for the decision is sealed, and gone after it', async () => {
  const { import_id } = await preview(inShangdi, shangdi, fixture('office.xlsx'));
  const kept = async () =>
    (
      await house.owner<
        { staging_cipher: Buffer | null; all: string }[]
      >`select staging_cipher, (to_jsonb(i) - 'staging_cipher')::text as all from roster_import i where import_id = ${import_id}`
    )[0];
  const waiting = await kept();
  for (const secret of ['示例甲', '示例丙', '110100199003071018', '16100000001']) {
    assert.ok(!waiting?.all.includes(secret));
    assert.ok(!waiting?.staging_cipher?.includes(secret));
  }
  assert.equal((await inShangdi('DELETE', `/api/desk/roster-imports/${import_id}`)).status, 200);
  assert.equal((await kept())?.staging_cipher, null);
  assert.equal(
    (await inShangdi('PUT', `/api/desk/roster-imports/${import_id}/commitment`)).body.refusal?.code,
    'import_decided_already',
  );
});

test('agreed to, the new ones are members, once', async () => {
  const before = await membersNow();
  const first = await preview(inShangdi, shangdi, fixture('office.xlsx'));
  const done = (await commit(inShangdi, first)).body as unknown as RosterImport;
  assert.deepEqual([done.state, done.new, done.wrong, done.wrong_rows, done.sample], ['committed', 2, 9, [], []]);
  const again = await commit(inShangdi, first);
  assert.deepEqual([again.status, again.body.state], [200, 'committed']);
  assert.equal(await membersNow(), before + 2);
  const joined =
    await house.owner`select name, sex, birth_date, occupation, platform, joined_on, union_id from member where name in ('示例甲', '示例乙') and union_id = ${shangdi} order by joined_on`;
  assert.deepEqual(
    [...joined],
    [
      {
        name: '示例甲',
        sex: 'male',
        birth_date: '1990-03-07',
        occupation: 'ride_hailing_driver',
        platform: '示例出行甲',
        joined_on: '2026-07-01',
        union_id: shangdi,
      },
      {
        name: '示例乙',
        sex: 'female',
        birth_date: '1985-07-12',
        occupation: 'food_rider',
        platform: null,
        joined_on: '2026-07-02',
        union_id: shangdi,
      },
    ],
  );
  const [audit] = await house.owner<
    { detail: unknown; touched: number }[]
  >`select detail, cardinality(member_ids) as touched from audit_entry where action = 'roster.committed' order by audit_id desc limit 1`;
  assert.deepEqual([audit?.detail, audit?.touched], [{ people: 2 }, 2]);
  assert.equal(
    (await inShangdi('DELETE', `/api/desk/roster-imports/${first.import_id}`)).body.refusal?.code,
    'import_decided_already',
  );
  const second = await preview(inShangdi, shangdi, fixture('office.xlsx'));
  // Row 12, wrong before for the phone of row 4, stays wrong; rows 4, 5 and 11 are of people known now, 11 still as a repetition.
  assert.deepEqual([second.new, second.known, second.wrong], [0, 2, 9]);
  assert.equal((await commit(inShangdi, second)).body.refusal?.code, 'import_nothing_to_add');
});

test('people of another union are not taken over, and a phone belongs to one', async () => {
  const roster = await people(0, 2);
  assert.equal((await commit(inShangdi, await preview(inShangdi, shangdi, roster))).status, 200);
  const elsewhere = await preview(inZhongguancun, zhongguancun, roster);
  assert.deepEqual([elsewhere.new, elsewhere.known, elsewhere.wrong], [0, 0, 2]);
  assert.match(elsewhere.wrong_rows[0]?.problems[0]?.message ?? '', /转会/);
  // The district stands above both: to it they are known.
  assert.equal((await preview(inHaidian, zhongguancun, roster)).known, 2);
  const phone = await writeXlsx({
    sheets: [
      {
        name: '名册',
        rows: [
          ['姓名', '身份证号', '手机号', '职业'],
          ['示例', idNumber(900), '16100010000', '快递员'],
        ],
      },
    ],
  });
  const taken = await preview(inZhongguancun, zhongguancun, phone);
  assert.deepEqual(
    taken.wrong_rows[0]?.problems.map((one) => one.column),
    ['手机号'],
  );
});

test('the register changed since the preview: nobody is added, not even those it did not change for', async () => {
  const [one, two] = [
    await preview(inShangdi, shangdi, await people(10, 12)),
    await preview(inShangdi, shangdi, await people(11, 14)),
  ];
  assert.equal((await commit(inShangdi, one)).status, 200);
  const before = await membersNow();
  assert.equal((await commit(inShangdi, two)).body.refusal?.code, 'import_outdated');
  assert.equal(await membersNow(), before);
  const left = (await inShangdi('GET', `/api/desk/roster-imports/${two.import_id}`)).body as unknown as RosterImport;
  assert.deepEqual([left.state, left.new], ['previewed', 3]);
});

test('one import agreed to by two at once adds everybody once', async () => {
  const found = await preview(inShangdi, shangdi, await people(20, 40));
  const before = await membersNow();
  const answers = await Promise.all([commit(inShangdi, found), commit(inHaidian, found), commit(inShangdi, found)]);
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200, 200],
  );
  assert.equal(await membersNow(), before + 20);
});

test('what is no workbook is refused in words, whatever it is', async () => {
  const locked = await writeXlsx({
    sheets: [{ name: '名册', rows: [['姓名']] }],
    encryption: { password: 'secret', spinCount: 1 },
  });
  const oldXls = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(2_000)]);
  const files = [
    Buffer.from('姓名,身份证号'),
    Buffer.from('PK'),
    oldXls,
    Buffer.from(locked),
    fixture('plain.xlsx').subarray(0, 3_000),
    zip(Buffer.alloc(120_000_000)),
    zip(Buffer.alloc(5_000_000), 0),
  ];
  for (const file of files)
    assert.equal((await upload(inShangdi, shangdi, file)).body.refusal?.code, 'file_not_workbook');
  // Control: it is the file and not the asking.
  assert.equal((await upload(inShangdi, shangdi, fixture('plain.xlsx'))).status, 200);
});

/** A zip of one packed entry that says it unpacks to `said` bytes. */
function zip(content: Buffer, said = content.length): Buffer {
  const [name, packed] = [Buffer.from('[Content_Types].xml'), deflateRawSync(content)];
  // Version, flags, deflated, time and date, check sum, both sizes, length of the name, no extra field.
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(packed.length, 14);
  about.writeUInt32LE(said, 18);
  about.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

test('a file that unpacks to more than a roster can be is refused before it is unpacked', async () => {
  const swollen = (length: number) =>
    writeXlsx({
      sheets: [
        {
          name: '名册',
          rows: [
            ['姓名', '身份证号', '手机号', '职业', '备注'],
            ['示例', idNumber(800), '16100010800', '快递员', ' '.repeat(length)],
          ],
        },
      ],
    });
  assert.equal((await upload(inShangdi, shangdi, await swollen(101_000_000))).body.refusal?.code, 'file_not_workbook');
  // Control: the same workbook with less in it is read.
  assert.equal((await preview(inShangdi, shangdi, await swollen(1_000_000))).new, 1);
});

test('a sheet without the columns, without people or with too many is refused as such', async () => {
  assert.equal((await upload(inShangdi, shangdi, fixture('no-header.xlsx'))).body.refusal?.code, 'roster_no_header');
  assert.equal((await upload(inShangdi, shangdi, fixture('empty.xlsx'))).body.refusal?.code, 'roster_empty');
  const long = await upload(inShangdi, shangdi, await people(0, 5_001));
  assert.equal(long.body.refusal?.code, 'roster_too_long');
  assert.match(long.body.refusal?.reason ?? '', /5000 人，这个文件有 5001 人/);
});

test('who may import, and where', async () => {
  assert.equal((await upload(inShangdi, zhongguancun, fixture('plain.xlsx'))).status, 404);
  assert.equal((await upload(house.anonymous, shangdi, fixture('plain.xlsx'))).body.refusal?.code, 'sign_in_needed');
  for (const login of ['beijing', 'keeper.shangdi'])
    assert.equal(
      (await upload(await house.staff(login), shangdi, fixture('plain.xlsx'))).body.refusal?.code,
      'not_allowed',
    );
  const { import_id } = await preview(inShangdi, shangdi, fixture('plain.xlsx'));
  assert.equal((await inZhongguancun('GET', `/api/desk/roster-imports/${import_id}`)).status, 404);
  assert.equal((await inZhongguancun('PUT', `/api/desk/roster-imports/${import_id}/commitment`)).status, 404);
  assert.equal((await inHaidian('GET', `/api/desk/roster-imports/${import_id}`)).status, 200);
});

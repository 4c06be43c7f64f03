import type postgres from 'postgres';
import type { MembershipState, Occupation, Sex } from '../../../contract/words.ts';
import type { Vault } from '../../../server/platform/crypto.ts';
import { type CastMember, cast } from './cast.ts';
import { dayFrom, dayText, instantAt, instantText } from './days.ts';
import { idNumber, phoneNumber } from './identity.ts';
import { bytes, insertRows, moveSequencePast } from './insert.ts';
import { historyOf, type Span } from './memberships.ts';
import { at, type Chance, makeChance } from './random.ts';
import { streets } from './streets.ts';
import { chaoyang, sisterStreetUnions, streetUnion, type Union } from './tree.ts';
import { femaleGivenNames, maleGivenNames, occupationCounts, platforms, surnames, womenShare } from './words.ts';

export const haidianMembers = 21_600;
/** Members of the other two districts, so that "wrong district" is real. */
export const sisterMembers = 300;

export interface Person {
  readonly member_id: number;
  readonly name: string;
  readonly sex: Sex;
  readonly birth_day: number;
  readonly id_number: string;
  readonly phone: string;
  readonly ethnic_group: string;
  readonly education: string;
  readonly occupation: Occupation;
  readonly platform: string;
  /** The street worked in. */
  readonly street_id: number;
  /** Where the member belongs; a street, or a branch in one. */
  readonly history: readonly Span[];
  readonly in_haidian: boolean;
}

export const spanToday = (person: Person): Span => at(person.history, person.history.length - 1);
export const stateToday = (person: Person): MembershipState => spanToday(person).state;

/** The membership on a day, unless the person was no full member then. */
export function spanOn(person: Person, day: number): Span | undefined {
  const span = person.history.find((each) => each.from <= day && (each.to === null || each.to > day));
  return span?.state === 'active' || span?.state === 'in_transfer' ? span : undefined;
}

const ethnicGroups = [
  ['汉族', 90],
  ['满族', 4],
  ['回族', 3],
  ['蒙古族', 2],
  ['土家族', 1],
] as const;
const educations = [
  ['初中', 26],
  ['高中', 30],
  ['中专', 16],
  ['大专', 20],
  ['本科', 8],
] as const;

interface Draft {
  readonly occupation: Occupation;
  readonly street: Union;
  readonly in_haidian: boolean;
  readonly played?: CastMember;
}

/** Everybody of the story. Ids 1 to 7 are the cast. */
export function makePeople(today: number): readonly Person[] {
  const chance = makeChance('haidian people');
  const orders = new Map<string, number>();
  const phones = new Set<string>();
  return drafts(chance).map((draft, index) =>
    makePerson({ draft, member_id: index + 1, today, chance, orders, phones }),
  );
}

function drafts(chance: Chance): Draft[] {
  const played: Draft[] = cast.map((member) => ({
    occupation: member.occupation,
    street: member.street,
    in_haidian: member.street.parent_id !== chaoyang,
    played: member,
  }));
  const weighted = streets.map((street) => [streetUnion(street.name), street.weight] as const);
  const rest = occupationCounts.flatMap(([occupation, count]) =>
    Array<Occupation>(
      count - played.filter((draft) => draft.in_haidian && draft.occupation === occupation).length,
    ).fill(occupation),
  );
  const here = chance
    .shuffled(rest)
    .map((occupation) => ({ occupation, street: chance.weighted(weighted), in_haidian: true }));
  const elsewhere = sisterMembers - played.filter((draft) => !draft.in_haidian).length;
  const sisters = Array.from({ length: elsewhere }, () => ({
    occupation: chance.weighted(occupationCounts),
    street: chance.pick(sisterStreetUnions),
    in_haidian: false,
  }));
  return [...played, ...here, ...sisters];
}

interface Making {
  readonly draft: Draft;
  readonly member_id: number;
  readonly today: number;
  readonly chance: Chance;
  /** How many numbers are given out for a birthday and sex. */
  readonly orders: Map<string, number>;
  readonly phones: Set<string>;
}

const eldestBirth = dayFrom('1966-01-01');
const youngestBirth = dayFrom('2004-12-31');

function makePerson({ draft, member_id, today, chance, orders, phones }: Making): Person {
  const { occupation, street, in_haidian, played } = draft;
  const sex = played?.sex ?? (chance.happens(womenShare[occupation]) ? 'female' : 'male');
  const birth_day = chance.between(eldestBirth, youngestBirth);
  const order = orders.get(`${birth_day}${sex}`) ?? 0;
  orders.set(`${birth_day}${sex}`, order + 1);
  return {
    member_id,
    name: played?.name ?? nameFor(sex, chance),
    sex,
    birth_day,
    id_number: idNumber(birth_day, sex, order),
    phone: played?.phone ?? freshPhone(phones, chance),
    ethnic_group: chance.weighted(ethnicGroups),
    education: chance.weighted(educations),
    occupation,
    platform: chance.pick(platforms[occupation]),
    street_id: street.union_id,
    history: historyOf({ occupation, street, in_haidian, played, today, chance }),
    in_haidian,
  };
}

function nameFor(sex: Sex, chance: Chance): string {
  const given = sex === 'female' ? femaleGivenNames : maleGivenNames;
  // The front of the list holds the common surnames.
  const surname = at(surnames, Math.floor(chance.unit() * chance.unit() * surnames.length));
  const first = chance.pick(given);
  return surname + first + (chance.happens(0.75) ? chance.pick(given.filter((letter) => letter !== first)) : '');
}

/** The cast's numbers are the first hundred. */
function freshPhone(phones: Set<string>, chance: Chance): string {
  for (;;) {
    const phone = phoneNumber(chance.between(100, 99_999_999));
    if (!phones.has(phone)) {
      phones.add(phone);
      return phone;
    }
  }
}

export async function insertPeople(
  tx: postgres.TransactionSql,
  people: readonly Person[],
  vault: Vault,
): Promise<void> {
  await insertRows(
    tx,
    'member',
    people.map((person) => memberRow(person, vault)),
  );
  const memberships = people.flatMap((person) =>
    person.history.map((span) => ({
      member_id: person.member_id,
      union_id: span.union_id,
      state: span.state,
      route: span.route,
      valid_from: dayText(span.from),
      valid_to: span.to === null ? null : dayText(span.to),
    })),
  );
  await insertRows(tx, 'membership', memberships);
  await moveSequencePast(tx, 'member', 'member_id');
}

function memberRow(person: Person, vault: Vault) {
  const now = spanToday(person);
  const joined = at(person.history, 0).from;
  return {
    member_id: person.member_id,
    name: person.name,
    id_number_cipher: bytes(vault.seal('member.id_number', person.id_number)),
    id_number_index: bytes(vault.index('member.id_number', person.id_number)),
    phone_cipher: bytes(vault.seal('member.phone', person.phone)),
    phone_index: bytes(vault.index('member.phone', person.phone)),
    sex: person.sex,
    birth_date: dayText(person.birth_day),
    ethnic_group: person.ethnic_group,
    education: person.education,
    occupation: person.occupation,
    platform: person.platform,
    work_street_id: person.street_id,
    union_id: now.union_id,
    membership_state: now.state,
    joined_on: dayText(joined),
    created_at: instantText(instantAt(joined, 10 * 60)),
    updated_at: instantText(instantAt(now.from, 10 * 60)),
  };
}

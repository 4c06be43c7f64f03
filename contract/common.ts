import { z } from 'zod';
import * as words from './words.ts';

const keys = <T extends Record<string, unknown>>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

/** What a field is called on screen, so that a refusal can name it in the reader's language. */
export interface FieldLabel {
  zh: string;
  en: string;
}
export const labels = z.registry<FieldLabel>();

/** Gives a schema the name people know it by. */
export function named<T extends z.ZodType>(schema: T, zh: string, en: string): T {
  // A copy: one schema of an instant serves many fields, each with its own name.
  const own = schema.clone() as T;
  labels.add(own, { zh, en });
  return own;
}

export const occupation = z.enum(keys(words.occupations));
export const membershipState = z.enum(keys(words.membershipStates));
export const sex = z.enum(keys(words.sexes));
export const unionLevel = z.enum(keys(words.unionLevels));
export const stationKind = z.enum(keys(words.stationKinds));
export const facility = z.enum(keys(words.facilities));
export const programme = z.enum(keys(words.programmes));
export const campaignKind = z.enum(keys(words.campaignKinds));
export const offerState = z.enum(keys(words.offerStates));
export const claimState = z.enum(keys(words.claimStates));
export const role = z.enum(keys(words.roles));
export const entrySource = z.enum(keys(words.entrySources));

/** The database's integer keys. */
export const id = z.coerce.number().int().min(1).max(2_147_483_647);
/** A whole number that arrives in a path or query. */
export const count = z.number().int().min(0);
/** An id its maker chose, so that a retry names the same thing. Our apps make UUIDv7; any UUID is taken. */
export const clientId = named(z.uuid(), '编号', 'id');
/** An instant as ISO 8601 with its offset, e.g. `2026-07-01T09:00:00+08:00`. */
export const instant = z.iso.datetime({ offset: true });
/** An instant a person enters: in this century, so that no clock or database stumbles over it. */
export const plannedInstant = z.iso
  .datetime({ offset: true })
  .refine((text) => /^20\d\d-/.test(text) && new Date(text).getUTCFullYear() < 2100);
/** A day in the union's time zone, e.g. `2026-07-01`. */
export const day = z.iso.date();
/** A month in the union's time zone, e.g. `2026-07`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** A mainland mobile number; spaces, dashes and +86 are taken off. */
export const phone = named(
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFKC')
        .replace(/[\s-]/g, '')
        .replace(/^\+?86(?=1\d{10}$)/, ''),
    )
    .pipe(z.string().regex(/^1[3-9]\d{9}$/)),
  '手机号',
  'Phone number',
);
/** Text a person searches by; trimmed, never a pattern. */
export const searchText = named(z.string().trim().max(50), '搜索', 'Search');
/** 1-based page of a list that a person leafs through. */
export const page = z.coerce.number().int().min(1).max(10_000).default(1);
export const pageSize = z.coerce.number().int().min(1).max(200).default(50);

/** A node of the tree of unions, as lists name it. */
export const unionRef = z.object({ union_id: id, name: z.string(), level: unionLevel });
export type UnionRef = z.output<typeof unionRef>;

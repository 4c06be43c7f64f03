import type { Policy } from '../../platform/actor.ts';

/** Officers look at the register of their branches; members look at what is held about themselves. */
export const policy: Policy = {
  'member.read': ['city_officer', 'district_officer', 'street_officer', 'grassroots_officer'],
  'me.read': ['member'],
};

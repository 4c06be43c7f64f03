import type { Policy } from '../../platform/actor.ts';

export const policy: Policy = {
  'figures.read': ['city_officer', 'district_officer', 'street_officer', 'grassroots_officer'],
};

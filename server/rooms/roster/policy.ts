import type { Policy } from '../../platform/actor.ts';

export const policy: Policy = {
  'roster.import': ['district_officer', 'street_officer', 'grassroots_officer'],
};

import type { Policy } from '../../platform/actor.ts';

const officers = ['city_officer', 'district_officer', 'street_officer', 'grassroots_officer'] as const;

/** Everybody sees what is given out; officers see the desk of their branch; districts and streets run campaigns. */
export const policy: Policy = {
  'campaign.read': officers,
  'campaign.write': ['district_officer', 'street_officer'],
};

import type { Policy } from '../../platform/actor.ts';

/** Members claim; keepers, and the officers above them, hand over. */
export const policy: Policy = {
  'claim.write': ['member'],
  'redemption.write': ['station_keeper', 'street_officer', 'district_officer'],
};

export { countEligible, type EligibleFilter, type MemberFacts, memberFacts } from './eligible.store.ts';
export { type Checked, checkIdNumber, checkPhone } from './id-number.rules.ts';
export { addMembers, type NewMember } from './joining.ts';
export { maskIdNumber, maskName, maskPhone } from './mask.ts';
export { constraints, memberRoutes } from './member.routes.ts';
export { policy } from './policy.ts';

export { type CardTools, claimCards } from './card.ts';
export { allotmentRoutes } from './claim.routes.ts';
export {
  type Claimant,
  mayClaim,
  type OfferTerms,
  onlyUpToTheLimit,
  onlyWhileOpen,
  onlyWhoItIsFor,
} from './claim.rules.ts';
export { type ClaimRecord, countMyClaims, type LotRow, readClaimant, readLots, readMyClaims } from './claim.store.ts';
export { cancelClaim, claimPlace, constraints, readTerms } from './claim.ts';
export {
  type ClaimLine,
  discardOffer,
  listClaims,
  makeOffer,
  moveOffer,
  type OfferDraft,
  replaceOffer,
} from './offer.ts';
export { policy } from './policy.ts';
export { makeVoucherSigner, type VoucherSigner } from './voucher.ts';

export { correctEntry, type LedgerEntry, recordEntry } from './entry.store.ts';
export { ledgerRoutes } from './figure.routes.ts';
export { policy } from './policy.ts';

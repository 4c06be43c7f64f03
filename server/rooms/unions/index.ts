export { policy } from './policy.ts';
export { unionRoutes } from './union.routes.ts';
export { reachOf, unionRef, unionRefs } from './union.store.ts';

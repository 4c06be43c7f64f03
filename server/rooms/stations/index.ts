export { policy } from './policy.ts';
export { stationRoutes } from './station.routes.ts';
export { stationInBranches, stationsByIds } from './station.store.ts';

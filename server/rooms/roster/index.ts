export { rosterRoutes } from './import.routes.ts';
export { policy } from './policy.ts';

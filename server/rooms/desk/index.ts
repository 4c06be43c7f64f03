export { deskRoutes } from './morning.ts';
export { policy } from './policy.ts';

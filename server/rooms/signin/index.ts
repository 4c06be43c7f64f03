export { codeJobs } from './code.ts';
export { signinRoutes } from './signin.routes.ts';

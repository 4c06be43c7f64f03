// npm start: the web pages if they are not up to date, then the server, in this process.
import { buildWeb } from './web.ts';

await buildWeb();
await import('../server/main.ts');

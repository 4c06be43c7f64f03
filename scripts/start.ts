// npm start: the web pages if they are not up to date, then the server, in this process.
import { endWithParent } from './end-with-parent.mjs';
import { buildWeb } from './web.ts';

// Here too, because run.mjs may be killed in its turn where it runs this with another Node.
endWithParent();

await buildWeb();
await import('../server/main.ts');

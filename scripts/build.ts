// npm run build: the web pages, when they are not up to date. npm start does the same by itself.
import { buildWeb } from './web.ts';

await buildWeb();

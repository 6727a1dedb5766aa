// `npm start` and `npm run dev`: plain JavaScript, because nothing is installed yet when it begins.
import { install } from './start/install.mjs';

await install();
const { register } = await import('tsx/esm/api');
register();
const { start } = await import('./start/start');
await start({ dev: process.argv.includes('--dev') });

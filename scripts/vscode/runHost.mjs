import { runHostSuite } from './hostSuite.mjs';

const code = await runHostSuite(process.argv[2] === 'web' ? 'web' : 'host');
process.exit(code);

/* Uses the embedded database of a directory until its stdin ends. Says what it got on stdout, as one line of JSON. */
import { acquireEmbeddedDatabase } from '../../dist/src/embedded/acquire.js';

const settings = { fsync: 'off' };
const { url, startedHere, release } = await acquireEmbeddedDatabase({ directory: process.argv[2], settings });
console.log(JSON.stringify({ url, startedHere }));
process.stdin.resume().on('end', release);

/*
 * A command of `pts` in the process of the tests, where the program is loaded already: a process of its own takes more than a second to
 * load it. What the command would find and leave in a process is put in place for it and taken away again.
 */
import { runCommand } from '../../../dist/src/cli.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let before = Promise.resolve();

/** In: the words, the whole environment. Out: `{ exitCode, stdout, stderr }`. Of several at once each waits for the one before. */
export function commandHere(words, environment) {
  const ended = before.then(() => run(words, environment));
  before = ended.catch(() => undefined);
  return ended;
}

async function run(words, environment) {
  const said = { stdout: '', stderr: '' };
  const { env } = process;
  const listening = signals.map(name => process.listeners(name));
  const restore = ['stdout', 'stderr'].map(name =>
    capture(process[name], text => {
      said[name] += text;
    }),
  );
  process.env = { ...environment };
  try {
    return { exitCode: await runCommand(words), ...said };
  } finally {
    process.env = env;
    for (const put of restore) put();
    for (const [index, name] of signals.entries()) {
      for (const heard of process.listeners(name)) if (!listening[index].includes(heard)) process.off(name, heard);
    }
  }
}

/** Has a stream hand over what is written to it. Out: what ends that. */
function capture(stream, hear) {
  const own = Object.getOwnPropertyDescriptor(stream, 'write');
  stream.write = (chunk, encoding, done) => {
    hear(String(chunk));
    const told = typeof encoding === 'function' ? encoding : done;
    if (told) queueMicrotask(told);
    return true;
  };
  return () => {
    if (own) Object.defineProperty(stream, 'write', own);
    else delete stream.write;
  };
}

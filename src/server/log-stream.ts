/** Where lines of a log go. */
export interface LogStream {
  write(line: string): void;
}

/** What is in no line of a log, wherever it came from: a client's header, a value in a message of the database. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bpts_[\w-]{8,}/g, '[credential]'],
  [/[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi, '[address]'],
];

/** A stream on which no credential of ours and no e-mail address (or password before a host) appears. */
export function withoutSecrets(stream: LogStream): LogStream {
  const clean = (line: string) => secrets.reduce((text, [pattern, word]) => text.replace(pattern, word), line);
  return { write: line => stream.write(line.includes('pts_') || line.includes('@') ? clean(line) : line) };
}

/** So long a line waits for others: a write for each turn of the event loop took an eighth of a cached answer. */
const gatheredMs = 20;

/** A stream on which the lines of a moment are written at once, and at the end of the process what is left. */
export function gathered(stream: LogStream): LogStream {
  let waiting = '';
  const flush = () => {
    const lines = waiting;
    waiting = '';
    if (lines !== '') stream.write(lines);
  };
  process.once('exit', flush);
  return {
    write(line) {
      if (waiting === '') setTimeout(flush, gatheredMs).unref();
      waiting += line;
    },
  };
}

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
  return { write: line => stream.write(secrets.reduce((text, [pattern, word]) => text.replace(pattern, word), line)) };
}

/** What a line of `curl` would send. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
}

/** What the shell of a page knows: its variables, and the files that it wrote. */
export interface Shell {
  readonly variables: ReadonlyMap<string, string>;
  readonly files: Map<string, string>;
}

/** The requests of a block of `sh`: `cat > FILE <<'END'` writes a file, `curl` asks. Anything else is refused. */
export function requestsIn(text: string, shell: Shell): Sent[] {
  const commands = text.replace(/^cat > (\S+) <<'END'\n([\s\S]*?)^END\n/gm, (_, file: string, content: string) => {
    shell.files.set(file, content);
    return '';
  });
  return commands
    .replaceAll('\\\n', ' ')
    .split(/\n(?=\S)/)
    .filter(line => line.trim() !== '')
    .map(line => sentBy(wordsOf(line, shell.variables), shell.files));
}

/** The words of a command as the shell gives them: quotes, escapes and variables resolved. */
function wordsOf(line: string, variables: ReadonlyMap<string, string>): string[] {
  const expand = (part: string) =>
    part.replace(/\$(\w+)/g, (_, name: string) => {
      const value = variables.get(name);
      if (value === undefined) throw new Error(`$${name} is not known`);
      return value;
    });
  return [...line.matchAll(/(?:'[^']*'|"(?:\\[\s\S]|[^"\\])*"|[^\s'"])+/g)].map(([word]) =>
    word.replace(
      /'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|([^'"]+)/g,
      (_, single?: string, double?: string, plain?: string) =>
        single !== undefined ? single : expand(double?.replace(/\\(["\\$])/g, '$1') ?? plain ?? ''),
    ),
  );
}

function sentBy([command, ...words]: readonly string[], files: ReadonlyMap<string, string>): Sent {
  if (command !== 'curl') throw new Error(`"${command}" is not executed: mark the block as \`sh terminal\``);
  const headers = new Headers();
  const data: string[] = [];
  let url = '';
  let asGet = false;
  const given = [...words];
  for (let word = given.shift(); word !== undefined; word = given.shift()) {
    const value = () => given.shift() ?? '';
    if (/^-[siG]+$/.test(word)) asGet ||= word.includes('G');
    else if (word === '-H') headers.append(...headerOf(value()));
    else if (word === '-r') headers.set('range', `bytes=${value()}`);
    else if (word === '-d' || word === '--data-binary') data.push(contentOf(value(), files));
    else if (word === '--data-urlencode') data.push(encoded(value()));
    else if (word.startsWith('-')) throw new Error(`curl ${word} is not known here`);
    else url = word;
  }
  if (asGet) return { url: `${url}?${data.join('&')}`, method: 'GET', headers };
  if (data.length === 0) return { url, method: 'GET', headers };
  if (!headers.has('content-type')) headers.set('content-type', 'application/x-www-form-urlencoded');
  return { url, method: 'POST', headers, body: data.join('&') };
}

function headerOf(text: string): [string, string] {
  const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(text) ?? [];
  return [name, value];
}

function contentOf(value: string, files: ReadonlyMap<string, string>): string {
  if (!value.startsWith('@')) return value;
  const content = files.get(value.slice(1));
  if (content === undefined) throw new Error(`${value} was not written`);
  return content;
}

function encoded(value: string): string {
  const at = value.indexOf('=');
  return `${value.slice(0, at)}=${encodeURIComponent(value.slice(at + 1))}`;
}

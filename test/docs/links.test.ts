import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { requestsOf } from './support/page.js';
import { requestsIn } from './support/shell.js';
import { differs } from './support/shown.js';

const pages = ['README.md', 'ARCHITECTURE.md', ...readdirSync('docs').map(name => join('docs', name))];

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function brokenLinks(path: string, text = readFileSync(path, 'utf8')): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter(target => {
    if (/^https?:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const at = file === '' ? path : join(dirname(path), file);
    if (!existsSync(at)) return true;
    if (anchor === undefined) return false;
    const headings = [...readFileSync(at, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
    return !headings.includes(anchor);
  });
}

test.each(pages)('%s leads nowhere that is not there', path => {
  expect(brokenLinks(path)).toEqual([]);
});

test('the door leads to every page, and the README to the door', () => {
  const door = readFileSync('docs/README.md', 'utf8');
  for (const name of readdirSync('docs')) if (name !== 'README.md') expect(door).toContain(`](${name})`);
  for (const name of readdirSync('examples')) expect(door).toContain(`../examples/${name}`);
  expect(readFileSync('README.md', 'utf8')).toContain('](docs/README.md)');
});

test('a broken link, a request that is not executed and an answer that differs are found', () => {
  expect(brokenLinks('docs/README.md', '[a](nowhere.md) [b](audit.md#nothing) [c](audit.md)')).toHaveLength(2);
  const block = (info: string, text: string) => {
    const [language = '', ...words] = info.split(' ');
    return { language, words, text, at: 'here' };
  };
  const answer = block('json', '{}');
  expect(() => requestsOf([block('sh terminal', 'curl -s x')])).toThrow('not executed');
  expect(() => requestsOf([block('graphql STAFF', '{ me { name } }')])).toThrow('no answer');
  expect(() => requestsOf([answer])).toThrow('no request is before it');
  expect(() => requestsOf([block('python', 'x'), answer])).toThrow('is no request');
  expect(() => requestsIn('wget x\n', { variables: new Map(), files: new Map() })).toThrow('is not executed');
  const named = new Map();
  expect(differs({ a: ['<ID>', '…'], b: 'x…' }, { a: ['7', 8], b: 'xyz', c: 1 }, named)).toBeNull();
  expect(named.get('ID')).toBe('7');
  expect(differs({ a: [1] }, { a: [1, 2] }, named)).toContain('2 entries');
  expect(differs({ a: { b: 1 } }, { a: { b: 2 } }, named)).toContain('.a.b is 2, not 1');
});

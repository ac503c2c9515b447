/* What a test file gets in place of a module of the program or of a library: the exports of the one that its worker has loaded. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const itself = fileURLToPath(import.meta.url);
const version = readFileSync(itself);
const project = dirname(dirname(dirname(dirname(itself))));
const dist = join(project, 'dist');
const require = createRequire(itself);

/** The file that is loaded: for a module of the program what global-setup.mjs has built of it. */
const fileOf = path => (path.endsWith('.ts') ? join(dist, path.slice(project.length).replace(/\.ts$/, '.js')) : path);
const isName = text => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
const esmLine = name => (name === 'default' ? 'export default it.default;' : `export const ${name} = it.${name};`);
const cjsLine = name => `exports.${name} = it.${name};`;

export default {
  getCacheKey(_, path, { supportsDynamicImport, supportsStaticESM }) {
    const hash = createHash('sha256').update(`${path} ${supportsDynamicImport} ${supportsStaticESM}`);
    return hash
      .update(version)
      .update(readFileSync(join(dist, '.built.json')))
      .digest('hex');
  },
  process(source, path, { supportsDynamicImport, supportsStaticESM }) {
    if (!supportsDynamicImport) return { code: source }; // what Jest itself loads, outside of any test file
    const file = fileOf(path);
    const names = Object.keys(require(file)).filter(isName);
    const lines = supportsStaticESM ? names.map(esmLine) : ['module.exports = it;', ...names.map(cjsLine)];
    return { code: [`const it = ptsLoaded(${JSON.stringify(file)});`, ...lines].join('\n') };
  },
};

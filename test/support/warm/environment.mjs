/*
 * Jest evaluates every module anew for each test file: the whole program with its libraries, which takes longer than most files
 * do. Here only what is in test/ is evaluated anew. The program and the libraries that the tests share with it are loaded once per
 * worker, by Node itself from dist/, and stay warm; transform.mjs hands them to the test files.
 */
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const require = createRequire(import.meta.url);
/** Of these there is one alone, since the program asks whether a value is one of them. */
const common = { Date, Error, RangeError, SyntaxError, TypeError, Map, Set };

export default class WarmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, common);
    this.global.ptsLoaded = file => require(file);
    // time that stands still must do so for the program
    const Timers = this.fakeTimersModern.constructor;
    this.fakeTimersModern.dispose();
    this.fakeTimersModern = new Timers({ config: config.projectConfig, global: globalThis });
  }
}

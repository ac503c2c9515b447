/** The program, and the libraries that it has in common with the tests or that take long to load. */
const program = `^${import.meta.dirname}/(src|migrations)/.+\\.ts$`;
const libraries = '(pg|graphql|@mikro-orm|fast-check|csv-parse|ical\\.js|@e965)';

export default {
  roots: ['<rootDir>/test'],
  testEnvironment: '<rootDir>/test/support/warm/environment.mjs',
  testEnvironmentOptions: { globalsCleanup: 'off' },
  testRunner: '<rootDir>/test/support/warm/runner.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    [`${program}|/node_modules/${libraries}/`]: '<rootDir>/test/support/warm/transform.mjs',
    '^.+\\.ts$': ['@swc/jest'],
  },
  transformIgnorePatterns: [`/node_modules/(?!${libraries}/)`],
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 2,
  testTimeout: 60_000,
};

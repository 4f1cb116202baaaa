/** @jest-config-loader esbuild-register */
import type { Config } from 'jest'

const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/actions', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // What takes time by the clock is measured alone: `npm run quiet`.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.TESTWARDEN_QUIET === undefined ? ['/test/quiet/'] : [])],
  // Not among the temporary files, which go after each run.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '/lib/'],
  moduleNameMapper: {
    '^@testwarden/action-([^/]+)/(.+)$': '<rootDir>/actions/$1/src/$2.ts',
    '^@testwarden/([^/]+)/(.+)$': '<rootDir>/packages/$1/src/$2.ts',
    '^fast-check$': '<rootDir>/test/seeded-fast-check.mjs',
    // Our sources, not what packages ship.
    '^(\\.{1,2}/(?!node_modules/).*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  restoreMocks: true,
  // Half of the tests wait for processes that they started.
  maxWorkers: '100%',
  // Generous, because many tests start real processes, and machines that test are busy: a limit is there to end a hang.
  testTimeout: 600_000,
}

export default config

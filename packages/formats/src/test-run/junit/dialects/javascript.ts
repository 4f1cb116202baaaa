import { byLooks } from './by-looks.js'

/**
 * With `reportTestSuiteErrors` a file that cannot be loaded is told twice.
 * @see https://github.com/jest-community/jest-junit
 */
export const jestJunit = byLooks(
  { id: 'jest-junit', suiteAttributes: /^name errors failures skipped timestamp time tests$/ },
  { isAftermath: ({ className }) => className === 'Test suite failed to run' },
)

/** The class is the file. @see https://vitest.dev/guide/reporters.html#junit-reporter */
export const vitest = byLooks({ id: 'vitest', rootName: /^vitest tests$/ }, { fileOf: ({ className }) => className })

/**
 * The host is the project: without it, the same test in three browsers would be one. The class is the file.
 * @see https://playwright.dev/docs/test-reporters#junit-reporter
 */
export const playwright = byLooks(
  { id: 'playwright', rootAttributes: /^id name tests failures skipped errors time$/ },
  { suitePath: ({ hostname, name }) => [hostname, name], fileOf: ({ className }) => className },
)

/**
 * Also Cypress, of whose suites only the first one, around all others of a spec, has the file.
 * @see https://github.com/michaelleeallen/mocha-junit-reporter
 */
export const mochaJunit = byLooks(
  { id: 'mocha-junit', suiteAttributes: /^name timestamp tests (file )?time failures/ },
  { passesFileOn: (suiteName) => suiteName === 'Root Suite' },
)

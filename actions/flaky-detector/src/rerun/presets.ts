import type { CommandReport } from '@testwarden/core/model/request'

/** How a runner is called to run some tests again, and where it reports. */
export interface RerunPreset {
  /** Id of its selector, and the word of `rerun-command`. */
  readonly id: string
  /** Words of a command line that call this runner. */
  readonly programs: readonly string[]
  /** See `parseRerunCommand` for what it is made of. */
  readonly command: string
  /** Values may hold `{report}`. */
  readonly env: Readonly<Record<string, string>>
  readonly report: CommandReport
}

const FOLDER: CommandReport = { written: null, outputAs: null }

/**
 * Each runs a test once, keeps coverage reports as they are, and shows people what it does where it can do that and
 * report at once. A cached result is no new attempt, so caches are left aside; nothing is fetched that is not installed.
 */
export const presets: readonly RerunPreset[] = [
  {
    id: 'go-test',
    programs: ['go'],
    command: 'go test -json -count=1 {tests}',
    env: {},
    report: { written: null, outputAs: 'go-test.json' },
  },
  {
    id: 'gradle',
    programs: ['gradle', 'gradlew'],
    command: './gradlew test --rerun {tests} --continue',
    env: {},
    report: { written: '**/build/test-results/**/*.xml', outputAs: null },
  },
  {
    id: 'jest',
    programs: ['jest'],
    command: 'npx --no-install jest --ci --coverage=false --json --outputFile={report}/jest.json {tests}',
    env: {},
    report: FOLDER,
  },
  {
    id: 'maven',
    programs: ['mvn', 'mvnw'],
    command: 'mvn --batch-mode --fail-at-end -Dsurefire.failIfNoSpecifiedTests=false {tests} test',
    env: {},
    report: { written: '**/target/surefire-reports/*.xml', outputAs: null },
  },
  {
    id: 'nextest',
    programs: ['nextest', 'cargo-nextest'],
    command: 'cargo nextest run --retries 0 --no-fail-fast {tests}',
    env: {},
    report: { written: 'target/nextest/**/*.xml', outputAs: null },
  },
  {
    id: 'playwright',
    programs: ['playwright'],
    command: 'npx --no-install playwright test --retries=0 --reporter=line,json {tests}',
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: '{report}/playwright.json' },
    report: FOLDER,
  },
  {
    id: 'pytest',
    programs: ['pytest', 'py.test'],
    command: 'pytest --junitxml={report}/pytest.xml {tests}',
    env: {},
    report: FOLDER,
  },
  {
    id: 'rspec',
    programs: ['rspec'],
    command: 'bundle exec rspec --format progress --format json --out {report}/rspec.json {tests}',
    env: {},
    report: FOLDER,
  },
  {
    id: 'vitest',
    programs: ['vitest'],
    command:
      'npx --no-install vitest run --coverage.enabled=false --reporter=default --reporter=json --outputFile.json={report}/vitest.json {tests}',
    env: {},
    report: FOLDER,
  },
]

/** The preset whose runner one of these words calls: `./node_modules/.bin/jest` calls jest. */
export function presetCalledBy(words: readonly string[]): RerunPreset | null {
  const programs = new Set(words.map((word) => (word.split(/[\\/]/).at(-1) ?? '').replace(/\.(?:cmd|bat|exe)$/i, '')))
  return presets.find((preset) => preset.programs.some((program) => programs.has(program))) ?? null
}

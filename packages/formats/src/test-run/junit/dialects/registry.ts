import type { JunitClues, JunitDialect } from '../dialect.js'
import { byLooks } from './by-looks.js'
import { goJunitReport, goJunitReport1, gotestsum } from './go.js'
import { jestJunit, mochaJunit, playwright, vitest } from './javascript.js'
import { bazel, ctest } from './native.js'
import { netteTester, phpunit } from './php.js'
import { pytest, pytest4 } from './pytest.js'
import { unittest } from './unittest.js'

/** The first that knows its report counts. Those that stand here by their looks alone mean what most tools mean. */
export const junitDialects: readonly JunitDialect[] = [
  unittest,
  pytest,
  pytest4,
  gotestsum,
  goJunitReport,
  goJunitReport1,
  jestJunit,
  vitest,
  playwright,
  mochaJunit,
  ctest,
  bazel,
  netteTester,
  phpunit,
  byLooks({ id: 'surefire', root: /^testsuite$/, rootAttributes: /\bxsi:\w*[sS]chemaLocation\b/ }),
  byLooks({ id: 'surefire', root: /^testsuite$/, property: 'surefire.test.class.path' }),
  byLooks({
    id: 'gradle',
    root: /^testsuite$/,
    suiteAttributes: /^name tests skipped failures errors timestamp hostname time$/,
  }),
  byLooks({ id: 'rspec', suiteAttributes: /^name tests skipped failures errors time timestamp hostname$/ }),
  byLooks({ id: 'nextest', rootAttributes: /\buuid\b/, suiteAttributes: /^name tests disabled errors failures$/ }),
  byLooks({ id: 'catch2', suiteAttributes: /^name errors failures (skipped )?tests hostname time timestamp$/ }),
  byLooks({ id: 'googletest', rootName: /^AllTests$/ }),
  byLooks({ id: 'swift', suiteName: /^TestResults$/, suiteAttributes: /^name errors tests failures/ }),
  byLooks({ id: 'ant', suiteAttributes: /^errors failures hostname id name package tests time timestamp$/ }),
  byLooks({ id: 'eclipse', root: /^testrun$/ }),
]

/** null: nobody's that we know. */
export function findDialect(clues: JunitClues): JunitDialect | null {
  return junitDialects.find((dialect) => dialect.detect(clues)) ?? null
}

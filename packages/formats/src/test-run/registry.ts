import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { ctrf } from './ctrf.js'
import { dartJson } from './dart-json.js'
import { goTestJson } from './go-test-json.js'
import { jestJson } from './jest-json.js'
import { junit } from './junit.js'
import { mochaJson } from './mocha-json.js'
import { mochawesome } from './mochawesome.js'
import { nunit2 } from './nunit2.js'
import { nunit3 } from './nunit3.js'
import { playwrightJson } from './playwright-json.js'
import { rspecJson } from './rspec-json.js'
import { tap } from './tap.js'
import { trx } from './trx.js'
import { xunit } from './xunit.js'

/** Every format of test results that Testwarden reads, by id. A new one is a line here; see docs/adding-a-format.md. */
export const testRunFormats: readonly Format<TestRunReport>[] = [
  ctrf,
  dartJson,
  goTestJson,
  jestJson,
  junit,
  mochaJson,
  mochawesome,
  nunit2,
  nunit3,
  playwrightJson,
  rspecJson,
  tap,
  trx,
  xunit,
]

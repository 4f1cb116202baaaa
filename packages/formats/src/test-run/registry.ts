import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { goTestJson } from './go-test-json.js'
import { nunit3 } from './nunit3.js'
import { trx } from './trx.js'

/** Every format of test results that Testwarden reads, by id. A new one is a line here; see docs/adding-a-format.md. */
export const testRunFormats: readonly Format<TestRunReport>[] = [goTestJson, nunit3, trx]

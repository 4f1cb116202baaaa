import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { junit } from './junit.js'

/** Every format of test results that Testwarden reads, by id. A new one is a line here; see docs/adding-a-format.md. */
export const testRunFormats: readonly Format<TestRunReport>[] = [junit]

import { byLooks } from './by-looks.js'

/**
 * Go gives every test of a package a name of its own: a name that comes again is another attempt, by `-count` or by
 * `--rerun-fails`.
 * @see https://github.com/gotestyourself/gotestsum/blob/main/internal/junitxml/report.go
 */
export const gotestsum = byLooks(
  { id: 'gotestsum', suiteAttributes: /^tests failures (skipped )?time name timestamp$/ },
  { repeats: 'attempts' },
)

/** @see https://github.com/jstemmer/go-junit-report/blob/master/junit/junit.go */
export const goJunitReport = byLooks(
  { id: 'go-junit-report', suiteAttributes: /^name tests failures errors id/ },
  { repeats: 'attempts' },
)

/** Before version 2. */
export const goJunitReport1 = byLooks(
  { id: 'go-junit-report', suiteAttributes: /^tests failures time name$/, property: 'go.version' },
  { repeats: 'attempts' },
)

import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { firstEvent } from '../json/first-event.js'
import { textOf } from '../json/json-lines.js'

/** What `go test -json`, `go tool test2json` and `gotestsum --jsonfile` write: one event on each line. */
export const goTestJson: Format<TestRunReport> = {
  id: 'go-test-json',
  kind: 'test-run',
  displayName: 'go test -json',
  url: 'https://pkg.go.dev/cmd/test2json',
  detect(head) {
    const event = firstEvent(head)
    if (event === null || textOf(event, 'Action') === null) return false
    return ['Package', 'Test', 'ImportPath'].some((key) => textOf(event, key) !== null)
  },
  load: async () => (await import('./go-test-json/reader.js')).goTestJsonReader,
}

import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { firstEvent } from '../json/first-event.js'
import { isEvent, type JsonEvent, numberOf, textOf } from '../json/json-lines.js'

/** Members that hold what an event is about, beside its own type. */
const SUBJECTS: readonly string[] = ['suite', 'test', 'group']

/** What `dart test --reporter json` and `flutter test --machine` write: one event on each line. */
export const dartJson: Format<TestRunReport> = {
  id: 'dart-json',
  kind: 'test-run',
  displayName: 'Dart test events (JSON)',
  url: 'https://github.com/dart-lang/test/blob/master/pkgs/test/doc/json_reporter.md',
  detect(head) {
    const event = firstEvent(head)
    return event !== null && isDart(event)
  },
  load: async () => (await import('./dart-json/reader.js')).dartJsonReader,
}

/** A stream begins with `start`; one whose beginning is lost still has times and subjects. */
function isDart(event: JsonEvent): boolean {
  const type = textOf(event, 'type')
  if (type === null) return false
  if (textOf(event, 'protocolVersion') !== null) return type === 'start'
  const isAbout = SUBJECTS.some((key) => isEvent(event[key])) || numberOf(event, 'testID') !== null
  return isAbout && numberOf(event, 'time') !== null
}

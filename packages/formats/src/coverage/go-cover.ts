import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { firstTextLine } from '../text/first-text-line.js'
import { MODE_LINE } from './go-cover/mode.js'

/** Profiles of `go test -coverprofile`, also of several packages, test binaries or runs in one file. */
export const goCover: Format<CoverageReport> = {
  id: 'go-cover',
  kind: 'coverage',
  displayName: 'Go coverprofile',
  url: 'https://pkg.go.dev/golang.org/x/tools/cover#Profile',
  detect: (head) => MODE_LINE.test(firstTextLine(head) ?? ''),
  load: async () => (await import('./go-cover/reader.js')).goCoverReader,
}

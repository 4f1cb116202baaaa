import { exactly, literal } from '@testwarden/core/command/regular-expression'
import type { BenchRunner, FurtherWords } from './runner.js'

/** Behind the package, where a report has one: `example.org/shop.BenchmarkSum/n=10`. */
const NAME = /(?:^|\.)(Benchmark.*)$/
/** How many processors it ran on, where not all of a report end alike; or a part of the name. */
const PROCESSORS = /-\d+$/

/**
 * Benchmarks are named by regular expressions, one for each level. That `|` may stand between two such paths is since
 * Go 1.18. A name is looked for in every package.
 */
export const goTest: BenchRunner = {
  id: 'go-test',
  displayName: 'go test',
  url: 'https://pkg.go.dev/cmd/go#hdr-Testing_flags',
  programs: ['go'],
  line: 'go test -run=^$ -count=1 {filter}',
  needs: null,
  report: { written: null, outputAs: 'go-bench.txt' },
  sharesEnvironment: false,
  everything: (more) => ['-bench=.', ...packages(more)],
  select({ wanted }, more) {
    const names = wanted.map((name) => NAME.exec(name)?.[1])
    if (!names.every((name) => name !== undefined)) return null
    return [`-bench=${[...new Set(names.map(pathPattern))].join('|')}`, ...packages(more)]
  },
}

function pathPattern(name: string): string {
  const [, suffix = ''] = /(-\d+)?$/.exec(name) ?? []
  const parts = name.replace(PROCESSORS, '').split('/').map(literal)
  return parts
    .map((part, index) => exactly([index === parts.length - 1 && suffix !== '' ? `${part}(?:${suffix})?` : part]))
    .join('/')
}

/** Everything below the workspace, unless the user names something. */
function packages(more: FurtherWords): readonly string[] {
  if (more === null) return []
  return more.every((word) => word.startsWith('-')) ? [...more, './...'] : more
}

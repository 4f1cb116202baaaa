import type { FileGroup } from '../../format.js'

/** `<benchmark>/<run>/<file>.json`: the newest run is called `new`, the one before `base` or as somebody saved it. */
const RUN_FILE = /^(.*?)([^/]+)\/([^/]+\.json)$/
/** What is read of a run, in this order: the name comes first. */
const READ: readonly string[] = ['benchmark.json', 'estimates.json', 'sample.json']
const NEWEST = 'new'
/** All benchmarks below such a folder are one report. */
const ROOT = /^(?:.*\/)?criterion(?=\/)/

/** Folder of a run and the files in it. */
type Runs = Map<string, string[]>

interface BenchmarkFiles {
  readonly report: string
  readonly files: readonly string[]
  readonly others: readonly string[]
}

/** All benchmarks below a folder `criterion` are one report; elsewhere each is one of its own. */
export function criterionGroups(paths: readonly string[]): readonly FileGroup[] {
  const groups = new Map<string, { path: string; files: string[]; others: string[] }>()
  for (const runs of runsByBenchmark(paths).values())
    for (const { report, files, others } of filesOf(runs)) {
      const group = groups.get(report) ?? { path: report, files: [], others: [] }
      for (const file of files) group.files.push(file)
      for (const other of others) group.others.push(other)
      groups.set(report, group)
    }
  return [...groups.values()]
}

/** What a path says of its benchmark: `winner/of/10` of `target/criterion/winner/of/10/new/sample.json`. */
export function nameInPath(path: string): string {
  const [, benchmark = ''] = RUN_FILE.exec(path) ?? []
  return benchmark.replace(ROOT, '').replace(/^\/|\/$/g, '')
}

function runsByBenchmark(paths: readonly string[]): ReadonlyMap<string, Runs> {
  const benchmarks = new Map<string, Runs>()
  for (const path of paths) {
    const [, benchmark, run, file] = RUN_FILE.exec(path) ?? []
    if (benchmark === undefined || run === undefined || file === undefined) continue
    const runs: Runs = benchmarks.get(benchmark) ?? new Map()
    benchmarks.set(benchmark, runs)
    const folder = `${benchmark}${run}`
    const known = runs.get(folder)
    if (known === undefined) runs.set(folder, [file])
    else known.push(file)
  }
  return benchmarks
}

/** Where the newest run is there, the others are what it was compared with. */
function filesOf(runs: Runs): readonly BenchmarkFiles[] {
  const whole = [...runs].filter(([, files]) => READ.filter((name) => files.includes(name)).length > 1)
  const newest = whole.filter(([folder]) => folder === NEWEST || folder.endsWith(`/${NEWEST}`))
  return (newest.length > 0 ? newest : whole).map(([folder, names]) => {
    const files = READ.filter((name) => names.includes(name)).map((name) => `${folder}/${name}`)
    const rest = newest.length > 0 ? [...runs] : [[folder, names] as const]
    const others = rest.flatMap(([other, all]) => all.map((name) => `${other}/${name}`))
    const [root] = ROOT.exec(folder) ?? []
    return { report: root ?? folder, files, others: others.filter((path) => !files.includes(path)) }
  })
}

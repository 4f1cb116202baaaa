import type { FoundFile, UnreadableFolder } from '@testwarden/core/ports/files'

/** The pattern that stands for "look everywhere". */
export const EVERYWHERE = '**'

/** Longer files are left alone unless they are named: 1 GiB of coverage is somebody's dump, not a report. */
const MAX_BYTES = 1024 ** 3

const REPORT_EXTENSIONS = new Set(['xml', 'info', 'lcov', 'out', 'cov', 'coverprofile', 'trx', 'tap'])

/** JSON is everywhere, so a word in the path must say that it may be a report. */
const JSON_EXTENSIONS = new Set(['json', 'jsonl', 'ndjson'])
const REPORT_WORDS =
  /cov|test|spec|report|result|summary|bench|junit|perf|jest|mocha|playwright|ctrf|hyperfine|jmh|k6|mitata/i

/** What lies in such a folder may be the output of a test tool, whatever somebody called it. */
const RESULT_FOLDER = /(?:^|\/)test[-_]?(?:results?|reports?)\//i
/** Many tools print their benchmarks and write no file, so whoever keeps them chooses a name: `bench.txt`, `perf/new.txt`. */
const BENCHMARK_WORDS = /bench|perf/i
const OUTPUT_EXTENSIONS = new Set(['txt', 'log', 'bench'])

/** What Criterion.rs leaves of a benchmark. */
const CRITERION_FILE = /(?:^|\/)new\/(?:benchmark|estimates|sample)\.json$/

/** Whether a file that nobody named is worth opening, judged by name and size alone. */
export function mayBeReport({ path, bytes }: FoundFile): boolean {
  if (bytes === 0 || bytes > MAX_BYTES) return false
  // What is packed is judged by what is in it: gcov writes .gcov.json.gz.
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/\.gz$/, '')
  const extension = name.slice(name.lastIndexOf('.') + 1)
  if (REPORT_EXTENSIONS.has(extension)) return true
  if (JSON_EXTENSIONS.has(extension)) return REPORT_WORDS.test(path) || CRITERION_FILE.test(path)
  if (OUTPUT_EXTENSIONS.has(extension) && (RESULT_FOLDER.test(path) || BENCHMARK_WORDS.test(path))) return true
  return name.startsWith('lcov') || name.startsWith('coverage')
}

/** For people: a folder whose reports, if there are any, are missing. */
export function describePassedBy({ path, reason }: UnreadableFolder): string {
  return `The folder ${path} cannot be listed (${reason}), so reports in it are not read: make it readable for this job, or name the reports.`
}

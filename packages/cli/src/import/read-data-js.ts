import { ConfigurationError } from '@testwarden/core/model/errors'
import type { Files } from '@testwarden/core/ports/files'
import type { BenchmarkRun } from '@testwarden/formats/benchmark-history/benchmark-run'
import { dataJsReader } from '@testwarden/formats/benchmark-history/data-js'

export interface ReadDataJs {
  /** Of one suite, in the order of the file. */
  readonly runs: readonly BenchmarkRun[]
  /** For people. */
  readonly notes: readonly string[]
  /** What is missing of the file, for people. */
  readonly leftOut: readonly string[]
}

/**
 * One suite of what github-action-benchmark kept.
 * @param suite its name; null where the file has only one
 * @throws ReportError for a file that is none, ConfigurationError where nobody knows which suite is meant
 */
export async function readDataJs(path: string, suite: string | null, files: Files): Promise<ReadDataJs> {
  const reader = dataJsReader(path)
  for await (const chunk of files.read(path)) reader.write(chunk)
  const result = reader.end()
  if (!result.ok) throw result.error
  const { model, partial, warnings } = result
  const chosen = suite ?? onlySuite(path, model)
  const runs = model.filter((run) => run.suite === chosen)
  if (runs.length === 0) throw noSuite(path, chosen, suitesOf(model))
  const notes = warnings.map(({ line, message }) => `${path}${line === null ? '' : `:${line}`}: ${message}`)
  return { runs, notes, leftOut: partial ? [`${path} ends early: what stands behind its end is left out`] : [] }
}

function suitesOf(runs: readonly BenchmarkRun[]): readonly string[] {
  return [...new Set(runs.map(({ suite }) => suite))]
}

function onlySuite(path: string, runs: readonly BenchmarkRun[]): string {
  const suites = suitesOf(runs)
  const [only] = suites
  if (only === undefined)
    throw new ConfigurationError('The file has no run of a benchmark.', {
      path,
      remedy: 'Name the data.js that github-action-benchmark wrote, mostly in the branch gh-pages.',
    })
  if (suites.length === 1) return only
  throw new ConfigurationError('The file has several suites, each of which is a job of its own.', {
    path,
    remedy: `Name one with --suite: ${suites.map((name) => JSON.stringify(name)).join(', ')}.`,
  })
}

function noSuite(path: string, wanted: string, suites: readonly string[]): ConfigurationError {
  return new ConfigurationError(`The file has no suite ${JSON.stringify(wanted)}.`, {
    path,
    remedy: `Name one with --suite: ${suites.map((name) => JSON.stringify(name)).join(', ')}.`,
  })
}

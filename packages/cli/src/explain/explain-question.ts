import type { Explanation } from '@testwarden/core/files/explain-file'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { meantPaths, type Question } from '@testwarden/intake/explain/asked-file'
import { type ExplainedCoverage, explainCoverage } from '@testwarden/intake/explain/explain-coverage'
import { type Repository, readRepository } from '@testwarden/intake/repository'
import type { LocalStep } from '../open-local-step.js'
import { type CoverageSettings, coverageSettings } from './coverage-settings.js'
import { explainBaseline } from './explain-baseline.js'
import { explainChange } from './explain-change.js'
import { ignoreGlobs } from './ignore-globs.js'
import { toolFormula } from './tool-formula.js'

export interface Surroundings {
  readonly step: LocalStep
  /** Absolute path of the working directory. */
  readonly workspace: string
}

/** What reports, change and baseline say of a file. @throws ConfigurationError */
export async function explainQuestion(
  question: Question,
  { step, workspace }: Surroundings,
): Promise<Omit<Explanation, 'schema'>> {
  const notes = new Set<string>()
  const settings = coverageSettings(step.sources)
  const repository = await readRepository(step.ports, (message) => void notes.add(message))
  const read = { question, workspace, repository, warn: (message: string) => void notes.add(message) }
  const explained = await readCoverage(read, { step, settings })
  const meant = meantPaths(question.file, { workspace, ...repository })
  const known = meant.find((path) => repository.trackedFiles?.includes(path))
  if (explained.file === null && known !== undefined) notes.add(`There is a file ${known}, but no report mentions it.`)
  const path = explained.file?.path ?? known ?? question.file
  const compared = await compare(path, { question, step, settings })
  return { asked: question, ...withTool(explained), ...compared, notes: [...notes] }
}

function withTool({ file, reports, nearest }: ExplainedCoverage): ExplainedCoverage {
  if (file === null || file.merged === null) return { file, reports, nearest }
  const formulas = [...file.merged.formulas, toolFormula(file.merged.totals, reports)]
  return { file: { ...file, merged: { ...file.merged, formulas } }, reports, nearest }
}

interface Reading {
  readonly question: Question
  readonly workspace: string
  readonly repository: Repository
  readonly warn: (message: string) => void
}

interface Configured {
  readonly step: LocalStep
  readonly settings: CoverageSettings
}

function readCoverage(reading: Reading, { step, settings: { own } }: Configured): Promise<ExplainedCoverage> {
  return explainCoverage({
    ...reading,
    files: step.ports.files,
    formats: coverageFormats,
    patterns: own.reports.value,
    format: own.format.value,
    roots: own.roots.value,
    ignore: ignoreGlobs(own.ignore.value),
  })
}

async function compare(
  path: string,
  { question, step, settings }: Configured & { readonly question: Question },
): Promise<Pick<Explanation, 'change' | 'baseline'>> {
  const { git, ports } = step
  const run = { ...step.run, key: { ...step.run.key, action: settings.action } }
  const depth = settings.shared.baseline.depth.value
  return {
    change: await explainChange(step, { path, line: question.line }),
    baseline: await explainBaseline({ run, git, history: ports.history, depth, path }),
  }
}

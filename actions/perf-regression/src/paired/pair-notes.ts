import { countWord } from '@testwarden/core/render/inline'
import { parseBenchCommand } from './bench-command.js'
import type { PairPlan } from './planning/plan.js'
import { faultsOf } from './planning/stage.js'
import type { PairSubject } from './subject.js'

/** Names of benchmarks and what tools say stand in notes, however long they are. */
const NOTE_CHARACTERS = 1_000
const MOST_NOTES = 50

/** What a reader of the pairs must know, and what changed nothing. */
export function pairNotes(subject: PairSubject, plan: PairPlan): readonly string[] {
  if (plan.progress.usedMs === 0 && plan.progress.steps.length === 0) return []
  const notes = [...machineNote(subject), ...environmentNote(subject), ...scopeNotes(plan), ...faultNotes(plan)]
  return [...notes, ...plan.progress.notes].slice(0, MOST_NOTES).map((note) => note.slice(0, NOTE_CHARACTERS))
}

function machineNote({ cores }: PairSubject): readonly string[] {
  return cores > 1 ? [] : ['The machine has one core: whatever else runs takes its time from what is measured.']
}

/** An installed package is found by both trees, wherever it comes from. */
function environmentNote({ settings }: PairSubject): readonly string[] {
  const parsed = settings.command.value === null ? null : parseBenchCommand(settings.command.value)
  const runner = parsed?.ok === true ? parsed.command.runner : null
  if (runner?.sharesEnvironment !== true || settings.setup.value !== null || settings.build.value !== null) return []
  return [
    'Without `setup` both trees run with the packages that are installed: code that was installed from one of them is measured twice.',
  ]
}

function scopeNotes({ progress }: PairPlan): readonly string[] {
  if (progress.confirm.all.length === 0) return []
  return progress.confirm.some.length === 0
    ? ['`command` cannot be told which benchmarks to run, so everything was run to confirm.']
    : ['`command` did not run the benchmarks that `{filter}` named, so everything was run to confirm.']
}

function faultNotes({ outcome, progress }: PairPlan): readonly string[] {
  if (outcome.kind === 'broken') return []
  const faults = [...faultsOf(progress.screen), ...faultsOf(progress.confirm.all), ...faultsOf(progress.confirm.some)]
  const [first] = faults
  if (first === undefined) return []
  const side = first.side === 'base' ? 'base' : 'change'
  return [
    `${countWord(faults.length, 'process')} of the pairs gave nothing; the first, of the ${side}, ${first.fault}.`,
  ]
}

import { parseBenchCommand } from '../bench-command.js'
import { STEPS } from '../pair-id.js'
import { reportPlace, stepRequest } from '../pair-requests.js'
import { type PairProgress, readProgress } from '../progress.js'
import type { PairSubject } from '../subject.js'
import { EMPTY_PLAN, LEAST_MS, type PairPlan, type PairTask, type Planned, restAfter } from './plan.js'
import { planConfirm } from './plan-confirm.js'
import { planScreen } from './plan-screen.js'

/**
 * Plans one request after the other: setup and build of both trees, then the pairs of the screen, then fresh pairs of what
 * may have become worse. How many pairs a stage has is decided by time alone, and each stage is looked at once, when all
 * its pairs have run. Pure: what ran is in the observations. null: no command is configured.
 */
export function planPairs(subject: PairSubject): PairPlan | null {
  const { value: written } = subject.settings.command
  if (written === null) return null
  const progress = readProgress(subject.observations)
  return { ...EMPTY_PLAN, progress, ...planOf(subject, written, progress) }
}

function planOf(subject: PairSubject, written: string, progress: PairProgress): Planned {
  const { settings, trees } = subject
  if (trees.kind === 'none') return { outcome: { kind: 'no-base', reason: trees.reason } }
  if (trees.base.tree !== null && trees.base.tree === trees.head.tree) return { outcome: { kind: 'same-tree' } }
  const parsed = parseBenchCommand(written)
  if (!parsed.ok) return unusable(`cannot be run: it is expected to be ${parsed.expected}`)
  const report = reportPlace(parsed.command, settings)
  if (report === null) return unusable('would report nowhere: let it report into `{report}`, or set `bench-report`')
  const task = { subject, progress, maker: { settings, trees }, command: parsed.command, report }
  return planSteps(task) ?? planStages(task)
}

function unusable(fault: string): Planned {
  return { outcome: { kind: 'broken', side: 'both', step: 'command', fault } }
}

/** null: both trees are ready. The base goes first: without it nothing of the change is worth its time. */
function planSteps({ subject, progress, maker }: PairTask): Planned | null {
  const restMs = restAfter(subject, progress.usedMs)
  for (const step of STEPS.filter((each) => subject.settings[each].value !== null))
    for (const side of ['base', 'head'] as const) {
      const run = progress.steps.find((each) => each.step === step && each.side === side)
      if (run === undefined && restMs < LEAST_MS) return { outcome: { kind: 'too-little-time' } }
      if (run === undefined) return { request: stepRequest(maker, { step, side, restMs }) }
      if (run.fault !== null) return { outcome: { kind: 'broken', side, step, fault: run.fault } }
    }
  return null
}

function planStages(task: PairTask): Planned {
  const screen = planScreen(task)
  return screen.kind === 'planned' ? screen.plan : planConfirm(task, screen)
}

import { durationText } from '@testwarden/core/config/fields/duration'
import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import { formatMeasure } from '@testwarden/core/render/measure'
import type { PerfFacts } from '../facts.js'
import type { PairedFacts } from '../paired/facts.js'
import { judgeMachine, type MachineJudgement } from '../paired/judge-machine.js'

/** How the pairs were measured, folded: what they took, and whether the machine stayed the same. */
export function pairSections({ legs }: PerfFacts): readonly Section[] {
  return legs.flatMap(({ paired }): readonly Section[] => (paired === null ? [] : sectionsOf(paired)))
}

function sectionsOf(paired: PairedFacts): readonly Section[] {
  if (paired.outcome.kind === 'same-tree')
    return [{ kind: 'text', text: 'Base and change have the same files, so nothing was measured in pairs.' }]
  if (paired.outcome.kind === 'no-base') return [{ kind: 'text', text: richText(paired.outcome.reason) }]
  if (paired.rounds.length === 0) return []
  const items: Inline[] = [
    pairsText(paired),
    timeText(paired),
    ...machineText(judgeMachine(paired.rounds)),
    ...busyText(paired),
  ]
  return [
    {
      kind: 'details',
      summary: `Pairs: ${countWord(paired.rounds.length, 'pair')} of base and change, in turns on this machine`,
      sections: [{ kind: 'list', items: [...items, ...paired.notes.map(richText)] }],
    },
  ]
}

function pairsText({ outcome, rounds, wanted, planned }: PairedFacts): string {
  const of = (stage: 'screen' | 'confirm'): number => rounds.filter((round) => round.stage === stage).length
  const fewer =
    outcome.kind !== 'broken' && planned.screen < wanted.screen
      ? ` Of the ${wanted.screen} that are wanted only ${planned.screen} fitted into the time.`
      : ''
  const confirm =
    of('confirm') === 0 ? 'nothing had to be confirmed' : `${countWord(of('confirm'), 'fresh pair')} to confirm`
  return `${countWord(of('screen'), 'pair')} of everything to look for what may be slower; ${confirm}.${fewer}`
}

function timeText({ usedMs, budgetMs, neededMs }: PairedFacts): string {
  const used = secondsText(usedMs)
  const budget = budgetMs === null ? '' : ` of ${durationText(budgetMs)}`
  const more = neededMs === null ? '' : ` The whole plan would take ${secondsText(neededMs)}.`
  return `They took ${used}${budget}.${more}`
}

function machineText({ state, firstNs, lastNs, busyShare }: MachineJudgement): readonly string[] {
  if (state === 'unknown' || firstNs === null || lastNs === null) return []
  const kernel = `${formatMeasure(firstNs, 'ns')} in the first half, ${formatMeasure(lastNs, 'ns')} in the second`
  const busy =
    busyShare === null || busyShare > 0.9 ? '' : ` It had a processor ${Math.round(busyShare * 100)} % of its time.`
  return state === 'changed'
    ? [`The machine itself changed: the reference kernel took ${kernel}. Both sides of a pair bear that alike.${busy}`]
    : [`The machine stayed the same: the reference kernel took ${kernel}.${busy}`]
}

/** Processes that had to wait are slower by the clock, and not by their work. */
function busyText({ rounds }: PairedFacts): readonly string[] {
  const sides = rounds.flatMap(({ base, head }) => [base, head])
  const known = sides.flatMap(({ wallMs, cpuMs }) => (cpuMs === null ? [] : [{ wallMs, cpuMs }]))
  if (known.length === 0) return []
  const wallMs = known.reduce((sum, each) => sum + each.wallMs, 0)
  const cpuMs = known.reduce((sum, each) => sum + each.cpuMs, 0)
  return [`All processes took ${secondsText(wallMs)} by the clock and ${secondsText(cpuMs)} of processors.`]
}

/** Nobody reads the thousandths of a measurement of minutes. */
function secondsText(durationMs: number): string {
  return durationMs < 1000 ? 'less than a second' : durationText(Math.round(durationMs / 1000) * 1000)
}

import { durationText } from '@testwarden/core/config/fields/duration'
import type { Severity } from '@testwarden/core/model/severity'
import { countWord } from '@testwarden/core/render/inline'
import type { ExpectedRun, MissedRun } from '../heartbeat/missed-run.js'
import { momentText } from '../page/words.js'
import type { Trouble } from './trouble.js'

/** The cause of every incident of a run that did not happen. */
export function causeOfMissedRun(workflow: string): string {
  return `missed-run:${workflow}`
}

export function troubleOfMissedRun(missed: MissedRun, expected: ExpectedRun, severity: Severity): Trouble {
  const { workflow, since, reason } = missed
  return {
    source: 'heartbeat',
    cause: causeOfMissedRun(workflow),
    otherCauses: [],
    severity,
    because: { kind: 'missed-run', workflow, since },
    title: `${workflow} ${TITLES[reason]}`,
    said: saidOf(missed, expected),
    category: null,
    tests: [],
    testCount: 0,
    isSurroundings: false,
  }
}

const TITLES: Readonly<Record<MissedRun['reason'], string>> = {
  disabled: 'is disabled',
  gone: 'is gone',
  late: 'does not run',
}

const REMEDIES: Readonly<Record<MissedRun['reason'], string>> = {
  disabled: 'Somebody disabled it, or GitHub did after sixty days without a commit: enable it under Actions.',
  gone: 'GitHub knows no such workflow: its file was renamed or deleted, or `expected-runs` misspells it.',
  late: 'GitHub drops scheduled runs now and then: start it by hand, and see that its `schedule` is as it should be.',
}

function saidOf({ since, silentSince, missed, reason }: MissedRun, { everyMs }: ExpectedRun): string {
  const moment = momentText(silentSince)
  const last =
    since === null ? `No scheduled run of it began since ${moment}.` : `Its last scheduled run began ${moment}.`
  const count = `${since === null ? 'at least ' : ''}${countWord(missed, 'run')}`
  return `${last} It is to run every ${durationText(everyMs)}, so ${count} did not happen. ${REMEDIES[reason]}`
}

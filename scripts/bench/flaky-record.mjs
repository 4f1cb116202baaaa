import { encodeRun } from '../../packages/history/lib/tests/encode-run.js'
import { rosterLinks } from '../../packages/history/lib/tests/roster-links.js'

export const ACTION = 'flaky-detector'
const HOUR_MS = 3_600_000

/** The record of one run of the project, on top of the bodies of those before. */
export function recordOfRun({ number, startMs, cases }, known) {
  const body = encodeRun({ cases, isWhole: true, withheld: null }, known)
  return {
    schema: 'testwarden.record/1',
    key: {
      action: ACTION,
      workflow: 'ci.yml',
      job: 'test',
      matrix: '{}',
      step: '__run',
      checkRun: '',
      run: String(7_000_000_000 + number * 317),
      attempt: 1,
    },
    testedSha: shaOf(number),
    tree: shaOf(number + 500_000),
    parent: number === 0 ? null : shaOf(number - 1),
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: new Date(startMs + number * HOUR_MS).toISOString(),
    machine: { cpu: 'AMD EPYC 7763 64-Core Processor', cores: 4, memoryMiB: 15_990, image: 'ubuntu24-20260101.1' },
    version: '0.1.0',
    body,
    ...rosterLinks(body),
  }
}

function shaOf(number) {
  return (number * 2_654_435_761 + 12_345).toString(16).padStart(40, '9')
}

import { wallTimeAt } from '@testwarden/core/calendar/time-zone'
import type {
  BacktestedIncident,
  BacktestedIncidentCounts,
  BacktestedIncidentPolicy,
  BacktestIncidentsFile,
} from '@testwarden/core/files/backtest-incidents-file'
import type { Inline, Section } from '@testwarden/core/model/page'
import { SEVERITIES } from '@testwarden/core/model/severity'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger, NO_VALUE } from '@testwarden/core/render/numbers'
import { renderTerminal } from '@testwarden/core/render/terminal'
import type { TerminalOptions } from '@testwarden/core/render/terminal-table'
import { spanText } from './span-text.js'

type Facts = Omit<BacktestIncidentsFile, 'schema'>

const LISTED = 20

/** A backtest for people: each policy by itself, what other limits would change, then its incidents. */
export function backtestIncidentsText(facts: Facts, options: TerminalOptions): string {
  return `${renderTerminal([headOf(facts), ...(facts.runs === 0 ? [] : bodyOf(facts))], options)}\n`
}

function headOf({ runs, badRuns, first, last }: Facts): Section {
  if (runs === 0 || first === null || last === null)
    return {
      kind: 'text',
      text: [
        'The history has no test run of the default branch to replay. flaky-detector keeps one with each push, and ',
        { kind: 'code', text: 'testwarden history import --reports' },
        ' brings those of the past.',
      ],
    }
  const span = `${first.slice(0, 10)} to ${last.slice(0, 10)}`
  return {
    kind: 'text',
    text: `${countWord(runs, 'run')} replayed (${span}), ${formatInteger(badRuns)} of them with failures that count.`,
  }
}

function bodyOf({ policies, flakeFailures }: Facts): readonly Section[] {
  return [
    policyTable(policies, flakeFailures),
    ...policies.flatMap((policy) => [openAfterTable(policy), ...incidentsOf(policy)]),
    {
      kind: 'text',
      text: 'In a replay nobody acknowledges, and levels are told when their time comes. Kinds of tests are told by path and name only: the history keeps no markers.',
    },
  ]
}

function policyTable(policies: readonly BacktestedIncidentPolicy[], flakeFailures: number): Section {
  const rows: readonly (readonly [string, (policy: BacktestedIncidentPolicy) => string])[] = [
    ['incidents', incidentsText],
    ...SEVERITIES.map(
      (severity) =>
        [`  ${severity}`, ({ bySeverity }: BacktestedIncidentPolicy) => formatInteger(bySeverity[severity])] as const,
    ),
    ['pages', ({ pages }) => formatInteger(pages)],
    ['  outside business hours', ({ pagesOutsideHours }) => formatInteger(pagesOutsideHours)],
    ['  at night', ({ pagesAtNight }) => formatInteger(pagesAtNight)],
    ...(policies.some(({ unheard }) => unheard > 0)
      ? [
          [
            'levels told that nobody is behind',
            ({ unheard }: BacktestedIncidentPolicy) => formatInteger(unheard),
          ] as const,
        ]
      : []),
    [
      'single bad runs that opened nothing',
      ({ avoided }) => `${formatInteger(avoided.incidents)} (${countWord(avoided.pages, 'page')})`,
    ],
    ['failures of known flakes', () => formatInteger(flakeFailures)],
    ['time to recover: median', ({ recovery }) => spanText(recovery.medianMs)],
    ['  nine of ten within', ({ recovery }) => spanText(recovery.p90Ms)],
    ['  longest', ({ recovery }) => spanText(recovery.longestMs)],
  ]
  return {
    kind: 'table',
    columns: [
      { title: 'with the policy of', align: 'left' },
      ...policies.map(({ config }) => ({ title: config ?? 'nobody', align: 'right' as const })),
    ],
    rows: rows.map(([title, cellOf]): readonly Inline[] => [title, ...policies.map((policy) => cellOf(policy))]),
  }
}

function incidentsText({ incidents, reopened }: BacktestedIncidentCounts): string {
  return reopened === 0 ? formatInteger(incidents) : `${formatInteger(incidents)}, ${formatInteger(reopened)} reopened`
}

const EFFECTS: readonly (readonly [string, (counts: BacktestedIncidentCounts) => string])[] = [
  ['incidents', incidentsText],
  ['pages', ({ pages }) => formatInteger(pages)],
  ['  outside business hours', ({ pagesOutsideHours }) => formatInteger(pagesOutsideHours)],
  ['  at night', ({ pagesAtNight }) => formatInteger(pagesAtNight)],
  ['over before anybody had to act', ({ overBeforeAnswer }) => formatInteger(overBeforeAnswer)],
  ['median delay until opened', ({ delayMs }) => spanText(delayMs)],
]

function openAfterTable({ config, openAfter: own, openAfters }: BacktestedIncidentPolicy): Section {
  return {
    kind: 'table',
    heading: ['What ', { kind: 'code', text: 'open-after' }, ` changes for ${config ?? 'what is assumed'}`],
    columns: [
      { title: 'open-after', align: 'left' },
      ...openAfters.map(({ openAfter }) => ({
        title: openAfter === own ? `${openAfter} (as it is)` : `${openAfter}`,
        align: 'right' as const,
      })),
    ],
    rows: EFFECTS.map(([title, cellOf]): readonly Inline[] => [title, ...openAfters.map((counts) => cellOf(counts))]),
  }
}

function incidentsOf({ config, incidents, listed, timeZone }: BacktestedIncidentPolicy): readonly Section[] {
  if (incidents === 0) return []
  const left = incidents - Math.min(LISTED, listed.length)
  return [
    {
      kind: 'table',
      heading: `Incidents with ${config ?? 'what is assumed'}, the newest first (${timeZone})`,
      columns: [
        { title: 'opened', align: 'left' },
        { title: 'ended', align: 'left' },
        { title: 'severity', align: 'left' },
        { title: 'bad runs', align: 'right' },
        { title: 'pages', align: 'right' },
        { title: 'tests', align: 'left' },
      ],
      rows: listed.slice(0, LISTED).map((incident) => rowOf(incident, timeZone)),
    },
    ...(left > 0 ? [{ kind: 'text' as const, text: `and ${formatInteger(left)} more; \`--json\` has them.` }] : []),
  ]
}

function rowOf(incident: BacktestedIncident, timeZone: string): readonly Inline[] {
  const { opened, ended, severity, badRuns, pages, isReopened } = incident
  return [
    minuteText(opened, timeZone),
    ended === null ? 'not over' : minuteText(ended, timeZone),
    isReopened ? `${severity}, reopened` : severity,
    formatInteger(badRuns),
    formatInteger(pages),
    testsText(incident),
  ]
}

function testsText({ tests, testCount, isSurroundings }: BacktestedIncident): string {
  if (isSurroundings) return `a mass failure: ${countWord(testCount, 'test')}`
  const [first = NO_VALUE] = tests
  return testCount <= 1 ? first : `${first} and ${formatInteger(testCount - 1)} more`
}

/** `2026-01-31 09:15` as clocks there show it. */
function minuteText(moment: string, timeZone: string): string {
  const { day, timeMs } = wallTimeAt(timeZone, Date.parse(moment))
  return `${day} ${new Date(timeMs).toISOString().slice(11, 16)}`
}

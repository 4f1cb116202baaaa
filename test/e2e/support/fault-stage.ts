import { FAULTS, type Loss, type NamedCall, type NamedFault } from './github-faults.js'
import type { HereRun } from './run-here.js'
import type { Scenario } from './scenario.js'

/** One kind of run, in a state from which it sends certain requests. */
export interface FaultStage {
  readonly name: string
  /** Those that faults are tried on. */
  readonly calls: readonly NamedCall[]
  /** Further ones, which another stage has tried. */
  readonly known: readonly NamedCall[]
  open(): Promise<OpenStage>
}

export interface OpenStage {
  readonly scenario: Scenario
  /** Back to the state before the run. */
  reset(): void
  run(attempt: number): Promise<HereRun>
  /** null when all that the attempt should leave on GitHub is there once and complete. */
  whatIsWrong(attempt: number): string | null
  /** Whether the verdict is what it must be while this is lost. */
  isRight(result: HereRun, lost: Loss | null): boolean
}

export interface FaultRow {
  readonly stage: string
  readonly call: string
  readonly fault: string
  readonly missing: string
  readonly said: string
  readonly verdict: string
  readonly repaired: string
}

export interface FaultCase {
  readonly call: NamedCall
  readonly fault: NamedFault
}

export interface StageOutcome {
  readonly rows: readonly FaultRow[]
  /** Requests without a fault of their own, and calls that no run sends any more. */
  readonly unknown: readonly string[]
  readonly notSent: readonly string[]
  readonly violations: readonly unknown[]
}

/** Runs wait for GitHub now and then, so some of them at once are quicker than one after the other. */
const LANES = 3

export function stageCases({ calls }: FaultStage): readonly FaultCase[] {
  const cases = calls.flatMap((call) => FAULTS.map((fault) => ({ call, fault })))
  // To a DELETE, 404 is no fault: what is gone is gone.
  return cases.filter(({ call, fault }) => call.method !== 'DELETE' || fault.name !== '404')
}

/** Every request of a stage, answered once by each fault. */
export async function runFaults(stage: FaultStage): Promise<StageOutcome> {
  const lanes = await Promise.all(Array.from({ length: LANES }, () => stage.open()))
  try {
    return await tryAll(stage, lanes)
  } finally {
    await Promise.all(lanes.map(({ scenario }) => scenario.close()))
  }
}

async function tryAll(stage: FaultStage, lanes: readonly OpenStage[]): Promise<StageOutcome> {
  const sent = await sentBy(lanes[0])
  const waiting = [...stageCases(stage)]
  const rows: FaultRow[] = []
  const repairs = new Map<string, string>()
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        rows.push({ stage: stage.name, ...(await survive(lane, { ...next, repairs })) })
    }),
  )
  const known = [...stage.calls, ...stage.known]
  return {
    rows,
    unknown: sent.filter((line) => !known.some((call) => matches(call, line))),
    notSent: stage.calls.filter((call) => !sent.some((line) => matches(call, line))).map(({ name }) => name),
    violations: lanes.flatMap(({ scenario }) => scenario.github.violations),
  }
}

async function sentBy(lane: OpenStage | undefined): Promise<readonly string[]> {
  if (lane === undefined) return []
  const { github } = lane.scenario
  const [before, downloaded] = [github.requests.length, github.downloads.length]
  lane.reset()
  await lane.run(2)
  return [
    ...github.requests.slice(before).map(({ method, path }) => `${method} ${path}`),
    ...github.downloads.slice(downloaded).map(({ path }) => `GET ${path}`),
  ]
}

function matches({ method, path }: NamedCall, line: string): boolean {
  const [sentMethod, sentPath = ''] = line.split(' ')
  return sentMethod === method && path.test(sentPath)
}

interface Trial extends FaultCase {
  /** What the next run made of a state that an earlier case has left already. */
  readonly repairs: Map<string, string>
}

async function survive(lane: OpenStage, { call, fault, repairs }: Trial): Promise<Omit<FaultRow, 'stage'>> {
  const { faults, state } = lane.scenario.github
  lane.reset()
  state.rateLimit.remaining = 1000
  faults.clear()
  const nth = call.nth === undefined ? {} : { nth: call.nth }
  faults.add({ method: call.method, path: call.path, answer: fault.answer, ...nth })
  const result = await lane.run(2)
  faults.clear()
  const missing = lane.whatIsWrong(2)
  const said = lostBy(result)
  const isRight = lane.isRight(result, said)
  return {
    call: call.name,
    fault: fault.name,
    missing: missing ?? '-',
    said: said ?? '-',
    verdict: isRight ? 'right' : `wrong: exit code ${result.exitCode}`,
    repaired: missing === null ? 'yes' : await repair(lane, repairs),
  }
}

/** The next run depends on what it finds alone, so equal states are repaired once for all. */
async function repair(lane: OpenStage, repairs: Map<string, string>): Promise<string> {
  const { comments, checkRuns, refs } = lane.scenario.repository
  const left = JSON.stringify([
    [...comments.values()].map(({ body }) => body),
    [...checkRuns.values()].map(({ conclusion, annotations }) => [conclusion, annotations.length]),
    refs.get('refs/heads/testwarden-history') ?? null,
  ])
  const known = repairs.get(left)
  if (known !== undefined) return known
  await lane.run(3)
  const repaired = lane.whatIsWrong(3) ?? 'yes'
  repairs.set(left, repaired)
  return repaired
}

/** How page and log tell each loss. */
const TOLD: readonly (readonly [Loss, RegExp])[] = [
  ['changed lines', /the commit where the pull request left its base branch is not known/i],
  ['evidence', /cannot (?:list the artifacts|download the artifact)/i],
  ['jobs', /cannot list the jobs/i],
  ['policy', /the policy of main could not be read/i],
  ['comment', /The comment: /],
  ['check run', /The check run: /],
  ['history', /The history: /],
]

/** What both tell. */
function lostBy({ log, summary }: HereRun): Loss | null {
  const texts = [log, summary].map((text) => text.replaceAll(/[`*]/g, '').replaceAll(/\s+/g, ' '))
  const lost = TOLD.filter(([, words]) => texts.every((text) => words.test(text)))
  return lost[0]?.[0] ?? null
}

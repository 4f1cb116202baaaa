import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type IncidentStage, type Lane, openLane, type Trial, tryFaults, wrongWith } from './support/incident-faults.js'
import { ALL_PASS, FAILS } from './support/incident-scenario.js'

/** Hundreds of runs, some of which wait for GitHub. */
const TIMEOUT_MS = 900_000
const LANES = 3

const OPENED = { state: 'open', phase: 'told', mentions: ['ada'], messages: 2, alert: 'triggered' } as const

const STAGES: readonly IncidentStage[] = [
  {
    name: 'opening',
    outcomes: FAILS,
    prepare: async () => undefined,
    whatIsWrong: (lane) => wrongWith(lane, OPENED),
  },
  {
    name: 'telling the next level',
    outcomes: FAILS,
    async prepare({ scenario, run }) {
      await run(FAILS)
      const { github, repository } = scenario
      const [issue] = scenario.incidents()
      const at = new Date(Date.now() + 1000).toISOString().replace(/\.\d+/, '')
      const id = github.state.nextId()
      const comment = { id, issue: issue?.number ?? 0, body: '/escalate', author: 'ada', createdAt: at, updatedAt: at }
      repository.comments.set(id, comment)
    },
    whatIsWrong: (lane) => wrongWith(lane, { ...OPENED, mentions: ['ada', 'grace'], messages: 4 }),
  },
  {
    name: 'ending',
    outcomes: ALL_PASS,
    prepare: async ({ run }) => void (await run(FAILS)),
    whatIsWrong: (lane) =>
      wrongWith(lane, { ...OPENED, state: 'closed', phase: 'ended', messages: 4, alert: 'resolved' }),
  },
]

/**
 * GitHub refused to write down that a chat was told: nobody can know it, so it is left alone while the job may still go on,
 * and told a second time then.
 */
function isForgotten({ request, fault, left }: Trial): boolean {
  return (
    /^(GET|PATCH) .*\/issues\/\d+ \(/.test(request) &&
    /^4\d\d$/.test(fault) &&
    /^(?:chat is not|a turn that is not over)/.test(left)
  )
}

describe.each(STAGES)('$name, with each fault in the middle of each request', (stage) => {
  let lanes: readonly Lane[] = []
  let trials: readonly Trial[] = []

  beforeAll(async () => {
    lanes = await Promise.all(Array.from({ length: LANES }, openLane))
    trials = await tryFaults(stage, lanes)
  }, TIMEOUT_MS)

  afterAll(async () => {
    for (const { scenario } of lanes) await scenario.close()
  })

  test('keeps to what GitHub describes', () => {
    expect(lanes.flatMap(({ scenario }) => scenario.github.violations)).toEqual([])
    expect(trials.length).toBeGreaterThan(20)
  })

  test('leaves a state that the next run repairs', () => {
    expect(trials.filter((trial) => trial.left !== 'none' && !isForgotten(trial))).toEqual([])
  })

  test('never changes the exit code', () => {
    expect(trials.filter(({ exitCodes }) => exitCodes.some((code) => code !== 0))).toEqual([])
  })

  test('is said where something was left undone', () => {
    expect(trials.filter(({ isSaid }) => !isSaid)).toEqual([])
  })
})

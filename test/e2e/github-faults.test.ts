import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type FaultRow, type FaultStage, runFaults, stageCases } from './support/fault-stage.js'
import { gatesStage, historyStage, laterGatesStage, laterHistoryStage, publishStage } from './support/fault-stages.js'

const BUILD = fileURLToPath(new URL('../../build', import.meta.url))
const STAGES: readonly FaultStage[] = [gatesStage, laterGatesStage, publishStage, historyStage, laterHistoryStage]

/** For scripts/faults-github.mjs. */
const table: FaultRow[] = []

afterAll(() => {
  mkdirSync(BUILD, { recursive: true })
  writeFileSync(join(BUILD, 'github-faults.json'), `${JSON.stringify(table, null, 2)}\n`)
})

describe.each(STAGES)('$name', (stage) => {
  let outcome: Awaited<ReturnType<typeof runFaults>>

  beforeAll(async () => {
    outcome = await runFaults(stage)
    table.push(...outcome.rows)
  })

  test('asks GitHub for exactly what the faults are tried on', () => {
    expect(outcome.unknown).toEqual([])
    expect(outcome.notSent).toEqual([])
  })

  test('keeps to what GitHub describes', () => {
    expect(outcome.violations).toEqual([])
  })

  test.each(stageCases(stage))('$call.name: $fault.name', ({ call, fault }) => {
    const row = outcome.rows.find((one) => one.call === call.name && one.fault === fault.name)
    const isWhole = row?.missing === '-' && row.said === '-'
    expect(row).toMatchObject({ said: isWhole ? '-' : call.loses, verdict: 'right', repaired: 'yes' })
  })
})

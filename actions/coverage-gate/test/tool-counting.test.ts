import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { coverageGate } from '../src/index.js'
import { configOf, evidenceOf, portsOf, runOf } from './kit.js'

function fixture(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../fixtures/coverage/${path}`, import.meta.url)), 'utf8')
}

/** The totals are those that the tool itself wrote into the report or printed: see each PROVENANCE.md. */
test.each([
  ['coverage-py-json/basic/input.json', 136 + 22, 145 + 28, 'lines and branches (tool)'],
  ['coverage-py-json/pytest-cov/input.json', 24 + 1, 27 + 2, 'lines and branches (tool)'],
  ['coverage-py-json/lines-only/input.json', 136, 145, 'lines and branches (tool)'],
  ['cobertura/coverage-py-branch/input.xml', 136 + 22, 145 + 28, 'lines and branches (tool)'],
  ['go-cover/basic/input.out', 22, 29, 'statements (tool)'],
  ['clover/basic/input.xml', 8, 14, 'lines, branches and functions (tool)'],
])('the formula tool gives the total of %s', async (path, numerator, denominator, counted) => {
  const files = new MemoryFiles({ [path]: fixture(path) })
  const config = configOf({ formula: 'tool' })
  const { facts } = await coverageGate.collect({ config, run: runOf() }, portsOf({ files }))
  const { reasons } = coverageGate.decide(evidenceOf(facts ?? {}), config).verdict
  expect(reasons.find(({ ruleId }) => ruleId === 'project-line')).toMatchObject({
    actual: { numerator, denominator },
    wording: { counted },
  })
})

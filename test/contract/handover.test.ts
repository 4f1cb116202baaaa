// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of GitHub expressions
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readCompositeAction } from '../../packages/testkit/src/runner/workflow/composite-action.js'
import {
  createSmallSite,
  printed,
  results,
  type SmallSite,
} from '../../packages/testkit/src/runner/workflow/small-site.js'

const FOLDER = fileURLToPath(new URL('../../actions/handover', import.meta.url))
const [script, upload] = readCompositeAction(FOLDER)?.steps ?? []

let small: SmallSite

beforeEach(async () => {
  small = await createSmallSite((uses) => (uses === 'handover' ? FOLDER : null))
})

afterEach(() => small.close())

interface Leg {
  /** In YAML; none when absent. */
  readonly matrix?: string
  readonly attempt?: number
}

/** Runs the action in a job of its own, with these inputs. */
function handOver(given: Readonly<Record<string, string>> = {}, { matrix, attempt = 1 }: Leg = {}) {
  const job = `
on: push
jobs:
  test:
    runs-on: x
    ${matrix === undefined ? '' : `strategy: { matrix: ${matrix} }`}
    steps:
      - run: echo evidence > evidence.gz
      - id: over
        uses: handover
        with: ${JSON.stringify({ 'evidence-path': 'evidence.gz', ...given })}
      - { if: always(), env: { NAME: '\${{ steps.over.outputs.artifact-name }}' }, run: 'echo "name $NAME"; ls' }
`
  return small.run(job, attempt)
}

function artifactNames(): readonly string[] {
  return [...small.site.repository.artifacts.values()].map(({ name }) => name)
}

test('two legs never share a name, and the step says which it is', async () => {
  const run = await handOver({}, { matrix: '{ node: [20, 24] }' })
  expect(results(run)).toEqual({ 'test (20)': 'success', 'test (24)': 'success' })
  const names = artifactNames()
  expect(new Set(names).size).toBe(2)
  expect(names[0]).toMatch(/^testwarden-evidence-test-[0-9a-f]{12}-1$/)
  expect(printed(run)).toEqual(expect.arrayContaining(names.map((name) => `name ${name}`)))
})

test('one leg has the same name each time, so a second upload of it is refused until its suffix differs', async () => {
  await handOver()
  expect(results(await handOver())).toEqual({ test: 'failure' })
  expect(results(await handOver({ suffix: 'perf' }))).toEqual({ test: 'success' })
  const [plain, other] = artifactNames()
  expect(other).toBe(`${plain}-perf`)
})

test('another attempt has another name, so that it is told from the first', async () => {
  await handOver()
  await handOver({}, { attempt: 2 })
  const [first = '', second] = artifactNames()
  expect(second).toBe(first.replace(/-1$/, '-2'))
})

test('nothing in a matrix, a name or a suffix becomes a command', async () => {
  const hostile = '"; touch pwned; $(touch pwned) `touch pwned` \nname=forged'
  const ofMatrix = await handOver({ matrix: hostile })
  expect(results(ofMatrix)).toEqual({ test: 'success' })
  expect(artifactNames()).toEqual([expect.stringMatching(/^[\w.-]+$/)])
  const ofSuffix = await handOver({ suffix: hostile })
  expect(results(ofSuffix)).toEqual({ test: 'failure' })
  expect([...printed(ofMatrix), ...printed(ofSuffix)].filter((line) => /pwned|forged/.test(line))).toEqual([])
  expect(artifactNames()).toHaveLength(1)
  expect(script?.run).not.toContain('${{')
})

test('the upload is pinned by a commit and fails without a file', async () => {
  expect(upload?.uses).toMatch(/^actions\/upload-artifact@[0-9a-f]{40}$/)
  expect(results(await handOver({ 'evidence-path': 'none.gz' }))).toEqual({ test: 'failure' })
  expect(artifactNames()).toEqual([])
})

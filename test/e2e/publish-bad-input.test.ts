import { gzipSync } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { addArtifact } from '../../packages/testkit/src/fake-github/resources/artifacts.js'
import { collectLeg, ENTRY, forge, listJob, publish, upload, writePolicy } from './support/publishing.js'
import { createScenario, type Scenario } from './support/scenario.js'

let scenario: Scenario
/** Of leg 20, which is always handed over, and of leg 24, of which each test makes what it needs. */
let handedOver: Buffer
let evidence: Buffer

// Commits of the simulated repository have the same shas each time, so evidence of one scenario is that of any other.
beforeAll(async () => {
  const first = await createScenario()
  handedOver = await collectLeg(first, { node: '20' })
  evidence = await collectLeg(first, { node: '24' })
  await first.close()
})

beforeEach(async () => {
  scenario = await createScenario()
  writePolicy(scenario, 'coverage:\n  patch:\n    line: 80\n')
  upload(scenario, '20', [{ name: ENTRY, content: handedOver }])
  for (const node of ['20', '24']) listJob(scenario, node)
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

type File = Record<string, unknown>

function inRun(change: object): (file: File) => object {
  return (file) => ({ ...file, run: { ...Object(file.run), ...change } })
}

function inKey(change: object): (file: File) => object {
  return (file) => ({ ...file, run: { ...Object(file.run), key: { ...Object(Object(file.run).key), ...change } } })
}

/** Refused and named; the good leg is still judged, and nothing passes. */
async function expectRefused(name: string, why: string): Promise<void> {
  const result = await publish(scenario)
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([2, 'inconclusive'])
  expect(result.summary).toContain(name)
  expect(result.summary).toContain(why)
  expect(result.summary).toContain('26 of 31 lines')
  expect([...scenario.repository.comments.values()]).toHaveLength(1)
  expect(result.log.join('\n')).not.toContain('fault of Testwarden')
}

const good = () => ({ name: ENTRY, content: evidence })

describe('an archive', () => {
  const bomb = Buffer.alloc(20 * 1024 * 1024)
  test.each<[string, () => Parameters<typeof upload>[2], string]>([
    ['that is no zip file', () => Buffer.from('hello'), 'no zip file'],
    ['without evidence', () => [{ name: 'readme.txt', content: 'x' }], 'no evidence file'],
    ['with a path out of its folder', () => [good(), { name: '../x', content: 'x' }], 'leads out'],
    ['with an absolute path', () => [good(), { name: '/etc/x', content: 'x' }], 'absolute'],
    ['with a link', () => [good(), { name: 'x', content: '/etc/passwd', mode: 0o120777 }], 'link'],
    ['that is a bomb', () => [good(), { name: 'x', content: bomb }], '100 times'],
    [
      'with too many entries',
      () => Array.from({ length: 101 }, (_, at) => ({ name: `${at}`, content: '' })),
      'at most 100',
    ],
  ])('%s is refused, and the rest published', async (_, content, why) => {
    upload(scenario, 'hostile', content())
    await expectRefused('testwarden-evidence-hostile', why)
  })

  test('that says to be too large, or has expired, is not even downloaded', async () => {
    const { github, repository } = scenario
    const zip = Buffer.alloc(65 * 1024 * 1024)
    addArtifact(github.state, repository, { run: 1, name: 'testwarden-evidence-huge', zip })
    addArtifact(github.state, repository, {
      run: 1,
      name: 'testwarden-evidence-old',
      zip: Buffer.alloc(1),
      isExpired: true,
    })
    await expectRefused('testwarden-evidence-huge', 'at most 67108864')
    expect(github.downloads).toHaveLength(1)
  })

  test('of somebody else is not looked at', async () => {
    upload(scenario, '24', [good()])
    const { github, repository } = scenario
    addArtifact(github.state, repository, { run: 1, name: 'website', zip: Buffer.from('x') })
    addArtifact(github.state, repository, { run: 2, name: 'testwarden-evidence-x', zip: Buffer.from('x') })
    const result = await publish(scenario)
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
  })
})

describe('evidence', () => {
  const gzipped = (text: string) => () => gzipSync(text)
  const forged = (change: (file: File) => object) => () => forge(evidence, change)
  test.each<[string, () => Buffer, string]>([
    ['that is not compressed', () => Buffer.from('{}'), 'not compressed'],
    ['that unpacks to more than a gate may hand over', gzipped(' '.repeat(65 * 1024 * 1024)), 'unpacks to more'],
    ['that is no JSON', gzipped('{'), 'not JSON'],
    ['of a newer version', forged((file) => ({ ...file, schema: 'testwarden.evidence/2' })), 'newer Testwarden'],
    ['of another action', forged((file) => ({ ...file, action: 'perf-regression' })), 'expected coverage-gate'],
    ['with a forged head', forged(inRun({ headSha: 'e'.repeat(40) })), 'speaks of the head'],
    ['of another commit', forged(inRun({ testedSha: 'e'.repeat(40) })), 'is of the commit'],
    [
      "of another repository's pull request",
      forged(inRun({ repository: 'octo-org/other' })),
      'repository octo-org/other',
    ],
    ['of another run', forged(inKey({ run: '77' })), 'is of run 77'],
    ['of a run that is yet to come', forged(inKey({ attempt: 9 })), 'attempt 9'],
    [
      'with facts that no gate writes',
      forged((file) => ({ ...file, facts: { ...Object(file.facts), files: [{}] } })),
      'facts.files',
    ],
    ['with a key that reaches a prototype', gzipped('{"schema":"testwarden.evidence/1","__proto__":{}}'), 'has a key'],
  ])('%s is refused, and the rest published', async (_, content, why) => {
    upload(scenario, 'bad', [{ name: ENTRY, content: content() }])
    await expectRefused('testwarden-evidence-bad', why)
  })

  test('of a gate that this version does not know is refused', async () => {
    upload(scenario, 'bad', [{ name: 'future.evidence.v1.json.gz', content: evidence }])
    await expectRefused('testwarden-evidence-bad', 'does not know')
  })

  test('of one leg twice with different content: neither counts', async () => {
    upload(scenario, 'one', [good()])
    const other = forge(evidence, (file) => ({ ...file, facts: { ...Object(file.facts), notes: ['other'] } }))
    upload(scenario, 'two', [{ name: ENTRY, content: other }])
    await expectRefused('testwarden-evidence-one', 'testwarden-evidence-two')
  })

  test('of one leg twice with the same content is one leg', async () => {
    upload(scenario, 'one', [good()])
    upload(scenario, 'two', [good()])
    const result = await publish(scenario)
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
  })
})

test('hundreds of artifacts are listed page by page, and those beyond the limit are named', async () => {
  for (let index = 0; index < 300; index++) {
    const name = `testwarden-evidence-z${String(index).padStart(3, '0')}`
    const zip = Buffer.alloc(0)
    addArtifact(scenario.github.state, scenario.repository, { run: 1, name, zip })
  }
  const result = await publish(scenario)
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([2, 'inconclusive'])
  expect(result.summary).toContain('testwarden-evidence-z299 is one of more than 256 artifacts')
})

import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { PastRun, PastRunApi } from '@testwarden/platform/artifacts/past-runs'
import type { ListedArtifact } from '@testwarden/platform/artifacts/run-api'
import { writeZip } from '../../../testkit/src/archives/write-zip.js'
import { readArtifactRuns } from '../../src/import/artifact-runs.js'
import type { PlacedRun } from '../../src/import/placed-run.js'

const RUN: PastRun = {
  id: '7',
  workflow: 'CI',
  attempt: 1,
  sha: 'a'.repeat(40),
  createdAt: '2026-01-01T10:00:00Z',
  startedAt: '2026-01-01T10:00:00Z',
  conclusion: 'success',
}
const JUNIT: ListedArtifact = { id: 1, name: 'junit-linux', bytes: 10, isExpired: false, madeAt: null }
const ZIP = writeZip([{ name: 'a/junit.xml', content: '<testsuite/>' }])

async function read(artifacts: readonly ListedArtifact[], answers: Partial<PastRunApi> = {}) {
  const api: PastRunApi = {
    defaultBranch: async () => 'main',
    listRuns: async () => [RUN],
    listArtifacts: async () => ({ artifacts, isWhole: true }),
    download: async () => ZIP,
    ...answers,
  }
  const found: PlacedRun[] = []
  for await (const run of readArtifactRuns(api, { runs: [RUN], pattern: 'junit-*' })) found.push(run)
  return found
}

async function textOf(run: PlacedRun | undefined): Promise<string> {
  const chunks: Uint8Array[] = []
  for (const { path } of run?.files ?? []) for await (const chunk of run?.read(path) ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('a past run', () => {
  test('has the files of the artifacts that match, at its commit and time', async () => {
    const [run] = await read([{ ...JUNIT, id: 2, name: 'lint' }, JUNIT])
    expect(run).toMatchObject({
      place: { commit: RUN.sha, run: '7', attempt: 1, time: '2026-01-01T10:00:00.000Z' },
      title: 'run 7.1',
      files: [{ path: 'junit-linux/a/junit.xml', bytes: 12, how: 'met' }],
      leftOut: [],
      isWhole: true,
    })
    expect(await textOf(run)).toBe('<testsuite/>')
  })

  test.each<[string, Partial<ListedArtifact>, Buffer, string]>([
    ['has expired', { isExpired: true }, ZIP, 'it has expired'],
    ['is too long', { bytes: 10 ** 9 }, ZIP, 'at most 134217728 are read'],
    ['is damaged', {}, Buffer.from('no zip'), 'it is no zip file'],
  ])('lists an artifact that %s', async (_, artifact, zip, reason) => {
    const [run] = await read([{ ...JUNIT, ...artifact }], { download: async () => zip })
    expect(run?.files).toEqual([])
    expect(run?.leftOut).toEqual([expect.stringContaining('run 7.1: the artifact junit-linux is left out')])
    expect(run?.leftOut[0]).toContain(reason)
  })

  test('without a matching artifact is listed', async () => {
    expect((await read([]))[0]?.leftOut).toEqual(['run 7.1 is left out: it has no artifact'])
    expect((await read([{ ...JUNIT, name: 'lint' }]))[0]?.leftOut).toEqual([
      'run 7.1 is left out: it has no artifact called junit-*, and 1 other',
    ])
  })

  test('of which a part cannot be had right now is left out as a whole, so that another call records all of it', async () => {
    const [run] = await read([JUNIT, { ...JUNIT, id: 2, name: 'junit-mac' }], {
      download: async ({ id }) => {
        if (id === 2) throw new PlatformError('cannot download', { retryable: true })
        return ZIP
      },
    })
    expect(run).toMatchObject({ files: [], leftOut: ['run 7.1 is left out for now: cannot download'] })
  })

  test('whose artifacts cannot be listed is told with the reason', async () => {
    const refused = async () => {
      throw new PlatformError('cannot list', { retryable: true })
    }
    expect((await read([JUNIT], { listArtifacts: refused }))[0]?.leftOut).toEqual(['run 7.1 is left out: Cannot list.'])
  })

  test('with more artifacts than are listed is no whole one', async () => {
    const [run] = await read([JUNIT], { listArtifacts: async () => ({ artifacts: [JUNIT], isWhole: false }) })
    expect(run?.leftOut).toEqual(['run 7.1: only the newest 1 artifacts of the run were looked at'])
  })
})

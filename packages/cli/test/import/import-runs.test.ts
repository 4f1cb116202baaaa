import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openTestRuns } from '@testwarden/history/tests/decode-runs'
import { type PastProject, pastProject } from './past-project.js'

let project: PastProject
let commits: readonly string[]

const JOB = ['--workflow', 'CI', '--job', 'test', '--step', 'gate']

beforeEach(() => {
  project = pastProject()
  commits = project.commits
})

afterEach(() => project.dispose())

function junit(failing: readonly string[], startedAt = ''): string {
  const cases = ['adds', 'rounds'].map((name) =>
    failing.includes(name)
      ? `<testcase classname="a.B" name="${name}" time="0.1"><failure message="no">at a</failure></testcase>`
      : `<testcase classname="a.B" name="${name}" time="0.1"/>`,
  )
  const time = startedAt === '' ? '' : ` timestamp="${startedAt}"`
  return `<testsuites><testsuite name="a.B" tests="2" failures="${failing.length}"${time}>${cases.join('')}</testsuite></testsuites>`
}

describe('reports of past runs', () => {
  test('become records of the job, by the commits and runs that their folders are called after', async () => {
    for (const [at, sha] of commits.entries())
      project.write(`reports/${sha}/4${at}/junit.xml`, junit(at === 1 ? ['rounds'] : []))
    const { code, out, err } = await project.run('--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB)
    expect(err).toBe('Added 3 records; 0 runs already there; 0 things left out\n')
    expect(code).toBe(0)
    expect(out).toContain(
      `${commits[1]?.slice(0, 10)}, 2026-01-02T10:00:00.000Z, run 41.1: 2 tests in 1 report, 1 failed`,
    )
    const records = await project.recorded('flaky-detector')
    expect(
      records.map(({ key, testedSha, trust, event, branch }) => [key.run, testedSha, trust, event, branch]),
    ).toEqual(commits.map((sha, at) => [`4${at}`, sha, 'default-branch', 'import', 'main']))
    expect(records[1]).toMatchObject({
      key: { action: 'flaky-detector', workflow: 'CI', job: 'test', step: 'gate', matrix: '{}', attempt: 1 },
      parent: commits[0],
      tree: project.git('rev-parse', 'HEAD^{tree}'),
    })
    const runs = openTestRuns(records.map(({ body }) => body))
    expect([runs.usable, runs.problems]).toEqual([[0, 1, 2], []])
    expect(runs.failed(1).map(({ key }) => key.split('\u001f').at(-1))).toEqual(['rounds'])
  })

  test('of a run that is there already change nothing', async () => {
    project.write(`reports/${commits[0]}/1/junit.xml`, junit([]))
    const args = ['--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB]
    await project.run(...args)
    const { code, out, err } = await project.run(...args)
    expect([code, err]).toEqual([0, 'Added 0 records; 1 run already there; 0 things left out\n'])
    expect(out).toContain(': is there already')
    expect(await project.recorded('flaky-detector')).toHaveLength(1)
  })

  test('with other results of a recorded run are left out, and said', async () => {
    project.write('reports/junit.xml', junit([]))
    const args = ['--reports', 'reports/junit.xml', '--commit', commits[0] ?? '', '--run', '7', ...JOB]
    await project.run(...args)
    project.write('reports/junit.xml', junit(['adds']))
    const { code, out } = await project.run(...args)
    expect(code).toBe(2)
    expect(out).toContain('the history holds other results of this run')
    expect(await project.recorded('flaky-detector')).toHaveLength(1)
  })

  test('of no named run are one record, however often they are imported', async () => {
    project.write('reports/junit.xml', junit([]))
    const args = ['--reports', 'reports', '--commit', 'HEAD', ...JOB]
    await project.run(...args)
    expect((await project.run(...args)).err).toContain('1 run already there')
    expect((await project.recorded('flaky-detector'))[0]?.key.run).toMatch(/^import-[0-9a-f]{16}$/)
  })

  test('that nobody can place are listed, and the others are imported', async () => {
    project.write(`reports/${commits[0]}/1/junit.xml`, junit([]))
    project.write('reports/loose.xml', junit([]))
    project.write(`reports/${'d'.repeat(40)}/1/junit.xml`, junit([]))
    const { code, err } = await project.run('--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB)
    expect(code).toBe(2)
    expect(err).toContain('reports/loose.xml is left out: nobody says which commit it is of')
    expect(err).toContain(`reports/${'d'.repeat(40)}/1/junit.xml is left out: git knows no commit dddd`)
    expect(err).toContain('Added 1 record; 0 runs already there; 2 things left out')
  })

  test('of a commit off the default branch are no baseline', async () => {
    project.git('checkout', '--quiet', '-b', 'feature')
    const sha = project.commitAt('2026-01-04T10:00:00Z')
    project.write('reports/junit.xml', junit([]))
    const { out } = await project.run('--reports', 'reports', '--commit', sha, '--branch', 'main', ...JOB)
    expect(out).toContain('(another branch)')
    expect(await project.recorded('flaky-detector')).toMatchObject([{ trust: 'pull-request', branch: null }])
  })

  test('ran when they say, unless that was before their commit or is yet to come', async () => {
    const times = ['2026-01-01T12:00:00Z', '2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z']
    for (const [at, time] of times.entries()) project.write(`reports/${commits[0]}/${at}/junit.xml`, junit([], time))
    await project.run('--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB)
    const found = (await project.recorded('flaky-detector')).map(({ key, time }) => [key.run, time])
    expect(found.sort()).toEqual([
      ['0', '2026-01-01T12:00:00.000Z'],
      ['1', '2026-01-01T10:00:00.000Z'],
      ['2', '2026-01-01T10:00:00.000Z'],
    ])
  })

  test('are placed by a mapping', async () => {
    project.write('reports/a/junit.xml', junit([]))
    project.write('reports/b.xml', junit(['adds']))
    project.write(
      'runs.csv',
      `path,commit,run,time\nreports/a,${commits[0]},11,\nreports/b.xml,${commits[1]},12,2026-01-05T00:00:00Z\n`,
    )
    const { code } = await project.run('--reports', 'reports', '--mapping', 'runs.csv', ...JOB)
    expect(code).toBe(0)
    expect(
      (await project.recorded('flaky-detector')).map(({ key, testedSha, time }) => [key.run, testedSha, time]),
    ).toEqual([
      ['11', commits[0], '2026-01-01T10:00:00.000Z'],
      ['12', commits[1], '2026-01-05T00:00:00.000Z'],
    ])
  })

  test('are only looked at on a dry run', async () => {
    project.write('reports/junit.xml', junit([]))
    const { out, err } = await project.run('--reports', 'reports', '--commit', 'HEAD', '--dry-run', ...JOB)
    expect(out).toContain('2 tests in 1 report')
    expect(err).toContain('Would have added 1 record')
    expect(await project.recorded('flaky-detector')).toEqual([])
  })

  test('that end early are recorded as a part', async () => {
    project.write('reports/junit.xml', junit([]).replace('</testsuite></testsuites>', ''))
    const { out } = await project.run('--reports', 'reports', '--commit', 'HEAD', ...JOB)
    expect(out).toContain('not all of it is there')
    expect((await project.recorded('flaky-detector'))[0]?.body).toMatchObject({ isWhole: false })
  })
})

describe('what is needed', () => {
  test('is the job that goes on from there', async () => {
    project.write('reports/junit.xml', junit([]))
    const { code, err } = await project.run('--reports', 'reports', '--commit', 'HEAD', '--job', 'test')
    expect(code).toBe(2)
    expect(err).toContain('History import needs --workflow, --step.')
  })

  test('is a report', async () => {
    project.write('reports/a.txt', 'nothing')
    expect((await project.run('--reports', 'reports', '--commit', 'HEAD', ...JOB)).err).toContain(
      'No test report was found',
    )
  })

  test.each([
    ['--time', 'yesterday', 'is no moment'],
    ['--name-pattern', '<run>/...', 'cannot be used'],
    ['--matrix', '[]', 'is no JSON object'],
    ['--mapping', 'none.csv', 'There is no such mapping'],
    ['--attempt', '0', 'is no attempt'],
  ])('and %s %s is told to be wrong', async (option, value, message) => {
    project.write('reports/junit.xml', junit([]))
    const { code, err } = await project.run('--reports', 'reports', '--commit', 'HEAD', ...JOB, option, value)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})

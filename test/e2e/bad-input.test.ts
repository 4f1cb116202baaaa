import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createScenario, type Job, pullRequestEvent, type Scenario } from './support/scenario.js'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

function job(more: Partial<Job> = {}): Job {
  return {
    event: pullRequestEvent(scenario),
    github: { sha: scenario.merge },
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'coverage.xml': scenario.project.reports.change },
    ...more,
  }
}

/** What every bad input must lead to: exit 2, never a pass, the message on the page and in the verdict. */
async function refused(more: Partial<Job>, message: RegExp): Promise<string> {
  const result = await scenario.run(job(more))
  expect(result.exitCode).toBe(2)
  expect(result.outputs.get('outcome')).toBe('inconclusive')
  expect(result.summary).toMatch(message)
  expect(result.log.join('\n')).not.toContain('fault of Testwarden')
  return result.summary ?? ''
}

describe('a report that', () => {
  test('does not exist is named', async () => {
    const summary = await refused({ with: { reports: 'missing.xml' } }, /missing\.xml/)
    expect(summary).toMatch(/Check that the path is spelled/)
  })

  test('no glob leads to is named', async () => {
    await refused({ with: { reports: 'out/**/*.xml' } }, /out\/.*xml/)
  })

  test('is in no known format is named', async () => {
    await refused({ written: { 'notes.txt': 'hello\n' }, with: { reports: 'notes.txt' } }, /notes\.txt.*no report/s)
  })

  test('is empty is named', async () => {
    await refused({ written: { 'coverage.xml': '' }, with: { reports: 'coverage.xml' } }, /empty/)
  })

  test('was cut off is told with its line', async () => {
    const cut = scenario.project.reports.change.slice(0, 3000)
    await refused({ written: { 'coverage.xml': cut } }, /coverage\.xml:\d+/)
  })

  test('was never written at all is an error of the step, with how to write one', async () => {
    await refused({ written: {} }, /no report was found.*LCOV, Cobertura/is)
  })

  test('lies outside the workspace is refused', async () => {
    await refused({ with: { reports: '../../etc/passwd' } }, /outside the workspace/)
  })

  test('nests twenty thousand elements is refused', async () => {
    const deep = `<?xml version="1.0"?><coverage><packages>${'<a>'.repeat(20_000)}`
    await refused({ written: { 'coverage.xml': deep } }, /coverage\.xml/)
  })

  test('multiplies entities is refused without expanding them', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
    const bomb = `<?xml version="1.0"?><!DOCTYPE coverage [<!ENTITY e0 "x">${levels}]><coverage line-rate="&e9;"><packages/></coverage>`
    const summary = await refused(
      { written: { 'coverage.xml': bomb }, with: { reports: 'coverage.xml' } },
      /coverage\.xml/,
    )
    expect(summary).not.toMatch(/x{100}/)
  })

  test('matches no file of the repository shows what was tried', async () => {
    const foreign = scenario.project.reports.change.replaceAll('.py"', '.pyx"')
    await refused({ written: { 'coverage.xml': foreign } }, /tried as/)
  })
})

describe('a hundred megabytes in one line', () => {
  test('are refused as LCOV', async () => {
    const line = Buffer.alloc(100 * 1024 * 1024, '7')
    Buffer.from('SF:src/a.py\nDA:1,').copy(line)
    const summary = await refused({ written: { 'lcov.info': line }, with: { reports: 'lcov.info' } }, /lcov\.info/)
    expect(summary).toMatch(/line/i)
  })
})

describe('around the report', () => {
  test('one that cannot be read does not keep the others from counting', async () => {
    const written = { 'coverage.xml': scenario.project.reports.change, 'broken.xml': '<coverage><packages>' }
    const result = await scenario.run(job({ written, with: { reports: 'coverage.xml\nbroken.xml' } }))
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain('26 of 31 lines (83.9 %)')
    expect(result.summary).toContain('broken.xml')
  })

  test('`on-report-error: warn` relaxes it', async () => {
    const written = { 'coverage.xml': scenario.project.reports.change, 'broken.xml': '<coverage><packages>' }
    const relaxed = 'coverage:\n  on-report-error: warn\n  patch:\n    line: 80%\n'
    await scenario.close()
    scenario = await createScenario({ baseFiles: { '.github/testwarden.yml': relaxed } })
    const result = await scenario.run(job({ written, with: { reports: 'coverage.xml\nbroken.xml' } }))
    expect(result.exitCode).toBe(0)
    expect(result.summary).toContain('broken.xml')
  })

  test('a config with a typo is told with file, line and remedy', async () => {
    const typo = 'coverage:\n  patch:\n    lien: 90%\n'
    await scenario.close()
    scenario = await createScenario({ baseFiles: { '.github/testwarden.yml': typo } })
    const summary = await refused({}, /testwarden\.yml:3/)
    expect(summary).toContain('Did you mean line?')
  })

  test('a wrong input is told', async () => {
    await refused({ with: { 'patch-line': '190' } }, /patch-line/)
  })

  test('a shallow clone whose base cannot be fetched judges what it can', async () => {
    const result = await scenario.run(
      job({
        checkout: { ref: 'refs/pull/7/merge', depth: 1 },
        env: { GIT_ALLOW_PROTOCOL: 'none' },
      }),
    )
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.summary).toContain('136 of 145 lines')
    expect(result.summary).toContain('fetch-depth: 2')
  })

  test('no git at all judges what it can', async () => {
    const result = await scenario.run(job({ env: { PATH: '/nonexistent' } }))
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.summary).toContain('136 of 145 lines')
    expect(result.summary).toMatch(/git is not installed/i)
  })

  test('no token at all gives the same verdict', async () => {
    const result = await scenario.run(job({ with: { 'github-token': '' } }))
    expect(result.exitCode).toBe(1)
  })

  test('pull_request_target is refused with its reason', async () => {
    const event = { ...pullRequestEvent(scenario), name: 'pull_request_target' }
    await refused({ event }, /pull_request_target/)
  })
})

describe('hostile text', () => {
  test('in a path of a report becomes no workflow command and no markup', async () => {
    const evil = 'src/invoice/::error::x`<img src=x>.py'
    const report = scenario.project.reports.change.replace(
      /filename="[^"]*credit_note\.py"/,
      `filename="${evil.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
    )
    const result = await scenario.run(job({ written: { 'coverage.xml': report } }))
    const shown = (result.summary ?? '').split('\n').filter((line) => line.includes('<img'))
    // As code, GitHub shows it as it is.
    expect(shown.every((line) => /``[^\n]*<img src=x>[^\n]*``/.test(line))).toBe(true)
    const known = new Set(['error', 'warning', 'notice', 'add-mask'])
    expect(result.commands.filter(({ name }) => !known.has(name))).toEqual([])
    expect(
      result.annotations.every(({ message }) => message.startsWith('No test runs') || message.startsWith('Tests take')),
    ).toBe(true)
  })

  test('in the name, the message or the trace of a failing test becomes no workflow command and no markup', async () => {
    const evil = '\n::error::owned\n::set-output name=outcome::pass\n</details><img src=x>@everyone`x` ```\n# owned'
    const text = evil.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '&#10;')
    const failure = `<failure type="E${text}" message="M${text}">T${text}\n  at x (src/invoice/credit_note.py:2:1)</failure>`
    const report = `<testsuite name="S${text}"><testcase classname="C${text}" name="N${text}">${failure}</testcase></testsuite>`
    const result = await scenario.run(job({ action: 'flaky-detector', written: { 'report.xml': report } }))
    expect(result.summary).toContain('owned')
    expect(withoutCode(result.summary ?? '')).not.toMatch(/<img|@everyone|^# owned|\n# owned/)
    expect(result.commands.filter(({ name }) => name === 'set-output')).toEqual([])
    expect(result.annotations.filter(({ message }) => message === 'owned')).toEqual([])
  })
})

/** GitHub shows code as it is: fenced blocks and spans are no markup, and what is escaped begins neither. */
function withoutCode(markdown: string): string {
  const prose = markdown.replace(/^(`{3,})[^`]*\n[\s\S]*?\n\1`*$/gm, '').replace(/\\./g, '')
  return prose.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
}

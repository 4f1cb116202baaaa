import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { evaluateTemplate } from '../../packages/testkit/src/runner/expressions.js'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
}

const PATH = fileURLToPath(new URL('../../actions/handover/action.yml', import.meta.url))
const metadata = parse(readFileSync(PATH, 'utf8'))
const [script, upload]: readonly Step[] = metadata.runs.steps

/** Runs the script as the runner does: expressions only in `env:`, the text of the script as it stands. */
function nameOf(
  given: Readonly<Record<string, string>>,
  job = 'test',
): { readonly status: number | null; readonly name: string } {
  const folder = mkdtempSync(join(tmpdir(), 'testwarden-handover-'))
  try {
    const output = join(folder, 'output')
    writeFileSync(output, '')
    const inputs = {
      'artifact-prefix': metadata.inputs['artifact-prefix'].default,
      suffix: '',
      matrix: 'null',
      ...given,
    }
    const contexts = { inputs, github: { job, run_attempt: '2' } }
    const env = Object.entries(script?.env ?? {}).map(([name, text]) => [
      name,
      evaluateTemplate(text, contexts, ['inputs', 'github']),
    ])
    const { status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script?.run ?? ''], {
      env: { PATH: process.env.PATH ?? '', GITHUB_OUTPUT: output, ...Object.fromEntries(env) },
      cwd: folder,
    })
    return { status, name: /^name=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('two legs never share a name, and one leg has the same name each time', () => {
  const names = ['{"node":20}', '{"node":24}', 'null'].map((matrix) => nameOf({ matrix }).name)
  expect(new Set(names).size).toBe(3)
  expect(nameOf({ matrix: '{"node":20}' }).name).toBe(names[0])
  expect(names[0]).toMatch(/^testwarden-evidence-test-[0-9a-f]{12}-2$/)
  expect(nameOf({ suffix: 'perf' }).name).toMatch(/-2-perf$/)
})

test('nothing in a matrix, a name or a suffix becomes a command', () => {
  const hostile = '"; touch pwned; $(touch pwned) `touch pwned` \nname=forged'
  expect(nameOf({ matrix: hostile })).toMatchObject({ status: 0, name: expect.stringMatching(/^[\w.-]+$/) })
  expect(nameOf({ suffix: hostile })).toEqual({ status: 2, name: '' })
  expect(nameOf({}, hostile)).toEqual({ status: 2, name: '' })
  expect(script?.run).not.toContain('${{')
})

test('the upload is pinned by a commit and fails without a file', () => {
  expect(upload?.uses).toMatch(/^actions\/upload-artifact@[0-9a-f]{40}$/)
  expect(upload?.with?.['if-no-files-found']).toBe('error')
})

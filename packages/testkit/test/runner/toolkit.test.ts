import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { node24Path } from '../../../../scripts/node24.mjs'
import { runAction } from '../../src/runner/run-action.js'

/** The toolkit's own entry: what an action of ours is bundled from. */
const TOOLKIT = pathToFileURL(join(process.cwd(), 'node_modules/@actions/core/lib/core.js')).href

const SCRIPT = `
import * as core from '${TOOLKIT}'
const report = core.getInput('report', { required: true })
core.setOutput('report', report + '\\nEOF\\nname<<EOF')
core.exportVariable('REPORT', 'x'); core.addPath('/opt/x'); core.saveState('s', { a: 1 })
core.setSecret('hunter2\\nline2')
core.info('hunter2 and line2')
core.notice('50% done, next\\nline', { title: 'a: b, c', file: 'src/a.ts', startLine: 3, endLine: 4 })
core.startGroup('group'); core.endGroup()
await core.summary.addHeading('Coverage').addRaw('hunter2').write()
core.setFailed('too low')
`

const nodes = [process.execPath, node24Path()].filter((path) => path !== null)

test.each(nodes)('the toolkit and the simulated runner understand each other on %s', async (nodePath) => {
  const root = mkdtempSync(join(tmpdir(), 'toolkit-'))
  try {
    for (const folder of ['action', 'workspace', 'temp']) mkdirSync(join(root, folder))
    writeFileSync(join(root, 'action', 'main.mjs'), SCRIPT)
    writeFileSync(
      join(root, 'action', 'action.yml'),
      'inputs: { report: { default: lcov.info } }\nruns: { using: node24, main: main.mjs }\n',
    )
    const result = await runAction({
      actionFolder: join(root, 'action'),
      event: { name: 'push', payload: { ref: 'refs/heads/main' } },
      workspace: join(root, 'workspace'),
      temporaryFolder: join(root, 'temp'),
      token: 'token',
      nodePath,
    })
    expect(result).toMatchObject({ exitCode: 1, outcome: 'failure', annotationsDropped: 0 })
    expect(Object.fromEntries(result.outputs)).toEqual({ report: 'lcov.info\nEOF\nname<<EOF' })
    expect(Object.fromEntries(result.env)).toEqual({ REPORT: 'x' })
    expect(result.paths).toEqual(['/opt/x'])
    expect(Object.fromEntries(result.state)).toEqual({ s: '{"a":1}' })
    expect(result.summary).toBe('<h1>Coverage</h1>\n***')
    expect(result.log).toContain('*** and ***')
    expect(result.annotations).toMatchObject([
      { level: 'notice', message: '50% done, next\nline', title: 'a: b, c', file: 'src/a.ts', line: 3, endLine: 4 },
      { level: 'error', message: 'too low' },
    ])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

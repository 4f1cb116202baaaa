import { describe, expect, test } from '@jest/globals'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { fulfil } from '../../src/requests/fulfil.js'

const PORTS = { files: new MemoryFiles({}), exec: idleExec, log: new CapturingLog(), github: null }

async function read(names: readonly string[], env: NodeJS.ProcessEnv) {
  const request = { kind: 'read-environment', id: 'e', names } as const
  return (await fulfil(request, { definition: {}, ports: PORTS, env })).result
}

describe('the environment', () => {
  test('is told by name, and only what was asked for and is there', async () => {
    const env = { RUNNER_NAME: 'ubuntu-1', lang: 'C', OTHER: 'x' }
    const values = { RUNNER_NAME: 'ubuntu-1', lang: 'C' }
    expect(await read(['RUNNER_NAME', 'lang', 'MISSING'], env)).toEqual({ kind: 'environment', values })
  })

  test.each([
    'GITHUB_TOKEN',
    'my_token_2',
    'CLIENT_SECRET_ID',
    'DB_PASSWORD',
    'PGPASSWD',
    'AWS_CREDENTIALS',
    'PRIVATE_PEM',
    'API_KEY',
    'monkey',
  ])('never tells %s', async (name) => {
    expect(await read([name], { [name]: 'hidden' })).toEqual({ kind: 'environment', values: {} })
  })

  test.each([
    '',
    '1A',
    'A-B',
    'A B',
    'BASH_FUNC_x%%',
    'A'.repeat(102),
    'constructor',
    '__proto__',
  ])('has no variable %j', async (name) => {
    const env = Object.fromEntries(name === 'constructor' || name === '__proto__' ? [] : [[name, 'x']])
    expect(await read([name], env)).toEqual({ kind: 'environment', values: {} })
  })

  test('has long values clipped', async () => {
    expect(await read(['PATH'], { PATH: 'p'.repeat(501) })).toEqual({
      kind: 'environment',
      values: { PATH: `${'p'.repeat(499)}…` },
    })
  })

  test('of the process is what is read without another', async () => {
    const request = { kind: 'read-environment', id: 'e', names: ['TESTWARDEN_NOBODY_SETS_IT'] } as const
    const { result } = await fulfil(request, { definition: {}, ports: PORTS })
    expect(result).toEqual({ kind: 'environment', values: {} })
  })
})

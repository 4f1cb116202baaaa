import { describe, expect, test } from '@jest/globals'
import type { Section } from '@testwarden/core/config/field'
import { fileLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import { parseConfigFile } from '@testwarden/platform/read-config-file'
import { lifeConfig, openAfterOf } from '../../src/config/life-config.js'
import { matrixOf, severityConfig } from '../../src/config/severity-config.js'
import { ASSUMED_MATRIX } from '../../src/severity/severity-rule.js'

async function resolve<Own extends Section>(section: Own, source: string) {
  const file = await parseConfigFile('.github/testwarden.yml', source === '' ? '' : `incidents:\n${source}`)
  const resolution = resolveSettings(section, [fileLayer(file, ['incidents'])])
  if (!resolution.ok) throw resolution.errors[0]
  return resolution.settings
}

describe('the matrix', () => {
  test('is the assumed one where nobody wrote any', async () => {
    expect(matrixOf(await resolve(severityConfig, ''))).toEqual(ASSUMED_MATRIX)
  })

  test('is written row by row; what a row leaves out stays as it was', async () => {
    const source =
      '  severity:\n    critical:\n      failure-rate: 33.3%\n    medium:\n      categories: [speed, load]\n'
    const [critical, high, medium] = matrixOf(await resolve(severityConfig, source))
    expect(critical).toEqual({ severity: 'critical', failureRate: '33.3', categories: ['security'] })
    expect(high).toEqual(ASSUMED_MATRIX[1])
    expect(medium).toEqual({ severity: 'medium', failureRate: '10', categories: ['speed', 'load'] })
  })

  test('has no share of more than everything', async () => {
    const wrong = resolve(severityConfig, '  severity:\n    critical:\n      failure-rate: 133%\n')
    await expect(wrong).rejects.toThrow('failure-rate')
  })
})

test('a critical incident opens with the first bad run whatever is written, and no other with none', async () => {
  expect(openAfterOf(await resolve(lifeConfig, ''))).toEqual({ critical: 1, high: 2, medium: 2, low: 2 })
  expect(openAfterOf(await resolve(lifeConfig, '  open-after: 3\n'))).toMatchObject({ critical: 1, high: 3 })
  expect(openAfterOf(await resolve(lifeConfig, '  open-after: 0\n'))).toMatchObject({ critical: 1, low: 1 })
})

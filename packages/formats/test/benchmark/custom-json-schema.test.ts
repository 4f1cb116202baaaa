import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { customJson } from '../../src/benchmark/custom-json.js'

const ROOT = join(import.meta.dirname, '../../../..')
const schema = JSON.parse(readFileSync(join(ROOT, 'schema/custom-benchmarks.v1.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

/** Whether every entry is read, and nothing is said of any. */
async function isReadWhole(text: string): Promise<boolean> {
  const open = await customJson.load()
  const reader = open({ path: 'bench.json' })
  reader.write(new TextEncoder().encode(text))
  const result = reader.end()
  return result.ok && result.warnings.length === 0 && result.model.failed.length === 0
}

const START = { name: 'start', unit: 'ms', value: 12.5 }

describe('the schema of custom JSON', () => {
  test.each([
    [START],
    [{ ...START, value: '12.5' }],
    [{ ...START, range: '± 3', extra: 'threads: 4' }],
    [{ ...START, more: { of: 'others' } }],
    [{ ...START, value: 'soon' }],
    [{ ...START, value: null }],
    [{ ...START, name: '' }],
    [{ unit: 'ms', value: 1 }],
  ])('takes what the reader uses, and refuses what it leaves out: %j', async (entry) => {
    const text = JSON.stringify([{ ...START, name: 'other' }, entry])
    expect(validate(JSON.parse(text))).toBe(await isReadWhole(text))
  })

  test('takes the example of the page', () => {
    const page = readFileSync(join(ROOT, 'docs/formats-of-benchmarks.md'), 'utf8')
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
    expect(validate(JSON.parse(example))).toBe(true)
  })
})

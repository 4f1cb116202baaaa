import { describe, expect, test } from '@jest/globals'
import { fileOf, reasonsOf } from '../kit.js'

const FILES = [
  fileOf('src/billing/a.py', { covered: '1-8', missed: '9-10' }),
  fileOf('src/billing/deep/b.py', { covered: '1-10' }),
  fileOf('src/other.py', { missed: '1-100' }),
]

describe('critical-module', () => {
  test('judges each module by its own files', () => {
    const critical = 'src/billing/** 90%\nsrc/billing/deep 100%\nsrc/other.py 1%'
    expect(reasonsOf('critical-module', { files: FILES }, { critical })).toMatchObject([
      { title: 'critical: src/billing/**', outcome: 'pass', actual: { numerator: 18, denominator: 20 }, limit: '90' },
      { title: 'critical: src/billing/deep', outcome: 'pass', actual: { numerator: 10, denominator: 10 } },
      { title: 'critical: src/other.py', outcome: 'fail', actual: { numerator: 0, denominator: 100 } },
    ])
  })

  test('advises with 85 % where only the module was written', () => {
    expect(reasonsOf('critical-module', { files: FILES }, { critical: 'src/other.py' })).toMatchObject([
      { outcome: 'warn', limit: '85', limitOrigin: 'assumed' },
    ])
  })

  test('fails for a module that no report mentions, even without a floor of the user’s', () => {
    const [reason] = reasonsOf('critical-module', { files: FILES }, { critical: 'src/payments/**' })
    expect(reason).toMatchObject({ outcome: 'fail', actual: null, limitOrigin: 'written' })
    expect(reason?.message).toContain('src/payments/**')
  })

  test('has nothing to judge in files without coverable lines', () => {
    const files = [fileOf('src/empty.py')]
    expect(reasonsOf('critical-module', { files }, { critical: 'src/empty.py 50%' })).toMatchObject([
      { outcome: 'inconclusive', actual: null },
    ])
  })
})

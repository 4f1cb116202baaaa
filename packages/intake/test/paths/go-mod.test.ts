import { expect, test } from '@jest/globals'
import { readGoMod } from '../../src/paths/go-mod.js'

test('a module has a path, and may take others from folders', () => {
  const text = `// Parcels.
module example.com/parcel // the root

go 1.21

require (
\texample.com/rates v1.2.0
)

replace example.com/rates => ./rates
replace (
\t"example.com/tax" v1.0.0 => ../tax
\texample.com/fork => example.com/other v1.0.0
)
`
  expect(readGoMod(text)).toEqual({
    module: 'example.com/parcel',
    replaced: [
      { path: 'example.com/rates', folder: './rates' },
      { path: 'example.com/tax', folder: '../tax' },
    ],
    used: [],
  })
})

test('a workspace uses folders', () => {
  const text = 'go 1.21\r\n\r\nuse ./api\r\nuse(\r\n\t.\r\n\t`./with space`\r\n)\r\n'
  expect(readGoMod(text)).toEqual({ module: null, replaced: [], used: ['./api', '.', './with space'] })
})

test.each([
  '',
  'module',
  '(',
  ')',
  'replace => ./a',
  '"',
  `module ${'"'.repeat(100_000)}`,
  'use (\n'.repeat(1000),
])('a file that begins with %.20j says nothing wrong', (text) => {
  expect(readGoMod(text)).toMatchObject({ module: null, replaced: [] })
})

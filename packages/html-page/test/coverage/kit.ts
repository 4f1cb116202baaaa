import type { CoverageView, CoverageViewFile } from '@testwarden/core/model/coverage-view'
import type { LineRange } from '@testwarden/core/model/line-range'
import type { CoverageBrowsing, SourceText } from '../../src/coverage/browsing.js'

export const range = (first: number, last = first): LineRange => ({ first, last })

export function viewFile(path: string, part: Partial<CoverageViewFile> = {}): CoverageViewFile {
  return {
    path,
    isTracked: true,
    totals: { lines: { covered: 3, total: 4 }, branches: null, functions: null, statements: null },
    covered: [range(1, 3)],
    missed: [range(4)],
    partial: [],
    uncalled: [],
    change: null,
    ...part,
  }
}

export function browsingOf(
  files: readonly CoverageViewFile[],
  part: { readonly sources?: Readonly<Record<string, string>>; readonly patch?: CoverageView['patch'] } = {},
): CoverageBrowsing {
  const sources = Object.entries(part.sources ?? {}).map(([path, text]): [string, SourceText] => [
    path,
    { kind: 'text', text },
  ])
  return { view: { files, patch: part.patch ?? null }, sources: new Map(sources), redact: (text) => text }
}

/** Two folders, a change, a gap of each kind and a file without its text. */
export const SHOP: CoverageBrowsing = browsingOf(
  [
    viewFile('src/billing/deep/only.ts', { missed: [], totals: counted(4, 4) }),
    viewFile('src/cart.ts', {
      totals: { ...counted(5, 8), branches: { covered: 1, total: 2 }, functions: { covered: 1, total: 2 } },
      covered: [range(1, 3), range(20), range(22)],
      missed: [range(5, 6), range(21)],
      partial: [{ line: 2, branches: { covered: 1, total: 2 }, untaken: ['else'] }],
      uncalled: [{ name: 'discount', line: 5 }],
      change: { lines: [range(2, 6), range(21)], count: { covered: 2, total: 5 } },
    }),
    viewFile('src/product.ts', { change: { lines: [range(1)], count: { covered: 1, total: 1 } } }),
    viewFile('tools/gone.ts'),
  ],
  {
    patch: { covered: 3, total: 6 },
    sources: {
      'src/cart.ts': `${[...Array(24).keys()].map((line) => `const line${line + 1} = '<b>${line}</b>'`).join('\n')}\n`,
      'src/product.ts': 'one\ntwo\nthree\nfour\n',
      'src/billing/deep/only.ts': 'a\nb\nc\nd\n',
    },
  },
)

function counted(covered: number, total: number): CoverageViewFile['totals'] {
  return { lines: { covered, total }, branches: null, functions: null, statements: null }
}

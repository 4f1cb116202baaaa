/** At the top of every history branch. A branch without it holds something else, and nothing is written there. */
export const MARKER = '.testwarden-history-1'

export const FIRST_FILES: readonly { readonly path: string; readonly text: string }[] = [
  { path: MARKER, text: 'testwarden.history/1\n' },
  {
    path: 'README.md',
    text: [
      '# Test history',
      '',
      'Testwarden keeps here what past runs left behind: baselines of coverage, times and flaky tests.',
      'Files are only added, by the jobs of this repository. Nothing here is source code, and no branch should be merged with it.',
      '',
      'See `testwarden history show`, `verify`, `prune` and `export`.',
      '',
    ].join('\n'),
  },
]

import fc from 'fast-check'

/** Pieces that mean something to Markdown, HTML, GitHub, a terminal or the runner. */
const PIECES = [
  ...['`', '``', '```', '*', '**', '_', '__', '~', '~~', '~~~', '[', '](', '](http://x)', ']', '!', '![', '\\', '\\|'],
  ...[
    '<',
    '>',
    '<b>',
    '</details>',
    '<!--',
    '-->',
    '<main>',
    '<script>',
    '&',
    '&amp;',
    '&lt;',
    '&#60;',
    '|',
    '$',
    '$$',
  ],
  ...[
    '#',
    '# ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '---',
    '===',
    '> ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '[ ] ',
    '[^1]',
    '[^1]: x',
  ],
  ...[
    '@user',
    '@',
    '#12',
    'a/b#3',
    'GH-4',
    ':smile:',
    'http://e.com',
    'www.e.com',
    'foo@bar.com',
    'mailto:a@b.c',
    '0123abcdef',
  ],
  ...[
    '\u202e',
    '\u001b[31m',
    '\u0007',
    '\u200b',
    '\ud800',
    '\u2028',
    '::error::x',
    '##[error]x',
    'javascript:alert(1)',
  ],
  ...['word', 'snake_case', 'src/a.ts', 'a', '1', '.', ' ', '"', "'", '{', '}', '^', '%', '=', 'é', '日本', '😀'],
]

/** Short texts that try to be more than text. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''))

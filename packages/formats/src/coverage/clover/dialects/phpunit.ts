import type { CloverDialect } from '../dialect.js'

/**
 * Writes no version. A method is listed with its first line, which is no executable line of its own.
 * @see https://github.com/sebastianbergmann/php-code-coverage/blob/main/src/Report/Clover.php
 */
export const phpunit: CloverDialect = {
  id: 'phpunit',
  detect: ({ version }) => version === null,
  explain({ metric }) {
    if (metric === 'lines') return 'PHPUnit lists a method instead of the statement on its first line, but counts both'
    return metric === 'functions'
      ? 'PHPUnit counts a method as covered only when all of its lines are'
      : 'PHPUnit counts branches, but lists none in this format'
  },
}

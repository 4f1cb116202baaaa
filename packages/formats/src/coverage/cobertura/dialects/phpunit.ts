import type { CoberturaDialect } from '../dialect.js'

/** @see https://github.com/sebastianbergmann/php-code-coverage/blob/main/src/Report/Cobertura.php */
export const phpunit: CoberturaDialect = {
  id: 'phpunit',
  detect: ({ rootAttributes, version }) => version === '0.4' && rootAttributes[0] === 'line-rate',
  explain({ metric }) {
    if (metric === 'lines')
      return 'PHPUnit counts lines outside classes and functions that it does not list, and lists a line in each class of its file'
    return 'PHPUnit counts branches that it does not write on any line'
  },
}

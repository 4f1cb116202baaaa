import { byLooks } from './by-looks.js'

/** Class and name are the path of the file, before the method where it has several. @see https://tester.nette.org */
export const netteTester = byLooks(
  { id: 'nette-tester', suiteAttributes: /^errors skipped tests time timestamp$/ },
  { fileOf: ({ name }) => name.replace(/ \[.*$/, '') },
)

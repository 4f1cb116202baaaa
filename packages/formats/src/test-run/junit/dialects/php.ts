import { byLooks } from './by-looks.js'

/**
 * The text of a failure begins with the name of the test.
 * @see https://github.com/sebastianbergmann/phpunit/blob/main/src/Logging/JUnit/JunitXmlLogger.php
 */
export const phpunit = byLooks(
  { id: 'phpunit', suiteAttributes: /^name (file )?tests assertions / },
  { messageLine: 1 },
)

/** Class and name are the path of the file, before the method where it has several. @see https://tester.nette.org */
export const netteTester = byLooks(
  { id: 'nette-tester', suiteAttributes: /^errors skipped tests time timestamp$/ },
  { fileOf: ({ name }) => name.replace(/ \[.*$/, '') },
)

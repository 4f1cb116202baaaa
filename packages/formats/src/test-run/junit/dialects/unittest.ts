import { byLooks } from './by-looks.js'

const MOMENT = /-\d{14}$/

/**
 * unittest-xml-reporting: the name of a suite ends with the moment of the run, which is none of its name.
 * @see https://github.com/xmlrunner/unittest-xml-reporting/blob/master/xmlrunner/result.py
 */
export const unittest = byLooks(
  { id: 'unittest', suiteName: MOMENT },
  { suitePath: ({ name }) => [name.replace(MOMENT, '')] },
)

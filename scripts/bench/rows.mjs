/**
 * One line of the table. Without a bound it only informs.
 * @typedef {{ what: string, value: string, bound?: string, holds?: boolean }} Row
 */

/** @returns {Row} */
export function atLeast(what, value, bound) {
  return { what, value: value.toFixed(1), bound: `at least ${bound}`, holds: value >= bound }
}

/** @returns {Row} */
export function atMost(what, value, bound) {
  return { what, value: value.toFixed(value < 10 ? 2 : 0), bound: `at most ${bound}`, holds: value <= bound }
}

/** @param {readonly Row[]} table */
export function printTable(table) {
  const [first, second] = ['what', 'value'].map((key) => Math.max(...table.map((row) => row[key].length)))
  for (const { what, value, bound = '', holds } of table) {
    const mark = holds === undefined ? '' : holds ? 'ok' : 'BROKEN'
    console.log(`${what.padEnd(first)}  ${value.padEnd(second)}  ${bound.padEnd(13)} ${mark}`.trimEnd())
  }
}

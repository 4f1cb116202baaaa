/** What each fixture that every format has is for, by kind. */
const CASES = {
  benchmark: {
    basic: {
      report: 'a report that the real tool wrote of a few benchmarks, with two processes where it has them',
      expected: 'the numbers that the tool itself prints, and a line for each metric',
      origin: 'Fill in: what this report shows.',
    },
    empty: {
      report: 'a report that is whole and has no number, as the tool writes it when no benchmark ran',
      expected: 'totals of 0 benchmarks',
      origin: 'Fill in: how the tool comes to write a report without a number.',
    },
    malformed: {
      report: 'a report with values that cannot be measurements: texts, NaN, below zero, none',
      expected: 'the metrics that still count with a warning for each oddity, or { "error": { "line", "message" } }',
      origin: 'Fill in: what is wrong with it.',
    },
  },
  coverage: {
    basic: {
      report: 'a report that the real tool wrote for a project of examples/',
      expected: 'the totals that the tool itself prints',
      origin: 'Fill in: what this report shows.',
    },
    empty: {
      report: 'a report that is whole and lists no file, as the tool writes it when nothing was measured',
      expected: 'totals of 0 lines, and the warning that the report lists no files',
      origin: 'Fill in: how the tool comes to write a report without a file.',
    },
    malformed: {
      report: 'a report with everything that may be wrong inside it, or one that must be refused',
      expected: 'what still counts with a warning for each oddity, or { "error": { "line", "message" } }',
      origin: 'Fill in: what is wrong with it.',
    },
  },
  'test-run': {
    basic: {
      report: 'a report that the real tool wrote for tests that pass, fail, break, are skipped and are tried again',
      expected: 'the counts that the tool itself prints, and a line for each case',
      origin: 'Fill in: what this report shows.',
    },
    empty: {
      report: 'a report that is whole and lists no test, as the tool writes it when none was found',
      expected: 'totals of 0 cases',
      origin: 'Fill in: how the tool comes to write a report without a test.',
    },
    malformed: {
      report: 'a report that is damaged inside, or one that is cut off behind a test',
      expected: 'the cases that still count with a warning for each oddity, or { "error": { "line", "message" } }',
      origin: 'Fill in: what is wrong with it.',
    },
  },
}

const EXTENSIONS = { lines: 'txt', xml: 'xml', json: 'json' }

/**
 * The three fixtures of a format, all of which say what belongs there.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function fixtureFiles({ kind, id, skeleton }) {
  const extension = EXTENSIONS[skeleton]
  return Object.entries(CASES[kind]).flatMap(([name, { report, expected, origin }]) => {
    const folder = `fixtures/${kind}/${id}/${name}`
    return [
      { path: `${folder}/input.${extension}`, content: inputText(report, skeleton) },
      { path: `${folder}/expected.json`, content: `${JSON.stringify({ 'fill in': expected }, null, 2)}\n` },
      { path: `${folder}/PROVENANCE.md`, content: provenance(origin, extension, name) },
    ]
  })
}

/** Well-formed where it must be, so that the reader gets as far as saying that it is not written yet. */
function inputText(report, skeleton) {
  if (skeleton === 'xml') return `<!-- fill in: ${report} -->\n<fill-in/>\n`
  return skeleton === 'json' ? `${JSON.stringify({ 'fill in': report })}\n` : `fill in: ${report}\n`
}

function provenance(origin, extension, name) {
  const source = name === 'basic' ? '- Tool, version, command, date: fill in' : '- Made by hand'
  return `# Where input.${extension} comes from

${origin}

${source}
- Licence: MIT, as this repository
`
}

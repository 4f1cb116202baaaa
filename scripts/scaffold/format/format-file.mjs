import { camelCase } from '../names.mjs'

/**
 * What a new format is called.
 * @typedef {object} FormatNames
 * @property {'benchmark' | 'coverage' | 'test-run'} kind
 * @property {string} id
 * @property {string} displayName
 * @property {'lines' | 'xml' | 'json'} skeleton what the file is made of
 */

/**
 * What a format is, and how it is known; loading the code that reads it is left to the run that meets such a file.
 * @param {FormatNames} names
 */
export function formatFile({ kind, id, displayName, skeleton }) {
  const { name, file } = MODELS[kind]
  return `import type { ${name} } from '@testwarden/core/model/${file}'
import type { Format } from '../format.js'
${DETECTION[skeleton].imports}
${DETECTION[skeleton].constants(id)}

/** ${displayName}. Fill in: who writes it. */
export const ${camelCase(id)}: Format<${name}> = {
  id: '${id}',
  kind: '${kind}',
  displayName: '${displayName}',
  url: 'https://example.com/fill-in-where-the-format-is-specified',
  detect: (head) => ${DETECTION[skeleton].test},
  load: async () => (await import('./${id}/reader.js')).${camelCase(id)}Reader,
}
`
}

const MODELS = {
  benchmark: { name: 'BenchmarkReport', file: 'benchmark' },
  coverage: { name: 'CoverageReport', file: 'coverage' },
  'test-run': { name: 'TestRunReport', file: 'test-run' },
}

const DETECTION = {
  lines: {
    imports: "import { firstTextLine } from '../text/first-text-line.js'",
    constants: (id) =>
      `/** Fill in: how the first line of every such file begins. */\nconst FIRST_LINE = /^fill in the first line of ${id}/`,
    test: "FIRST_LINE.test(firstTextLine(head) ?? '')",
  },
  xml: {
    imports: "import { peekXml } from '../xml/peek.js'",
    constants: (id) =>
      `/** Fill in: the root element. When other formats share it, also ask its attributes and children. */\nconst ROOT = 'fill-in-the-root-of-${id}'`,
    test: 'peekXml(head)?.root === ROOT',
  },
  json: {
    imports: "import { peekJson } from '../json/peek.js'\nimport { asObject } from '../json/value.js'",
    constants: (id) =>
      `/** Fill in: a key of the root that no other format has. When there is none, ask what stands below it. */\nconst KEY = 'fill-in-a-key-of-${id}'`,
    test: 'asObject(peekJson(head))?.has(KEY) === true',
  },
}

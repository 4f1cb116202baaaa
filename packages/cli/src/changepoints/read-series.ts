import { suggest } from '@testwarden/core/config/suggest'
import { parsePlainJson } from '@testwarden/core/files/plain-json'
import { ReportError } from '@testwarden/core/model/errors'
import { formatInteger } from '@testwarden/core/render/numbers'
import {
  type ChangePointOptions,
  DEFAULT_CHANGE_POINT_OPTIONS,
} from '@testwarden/stats/e-divisive/find-series-change-points'

/** Far beyond any history; the time of a search grows with the square of the window. */
const MOST_VALUES = 100_000
const LARGEST_WINDOW = 10_000

export const MAX_SERIES_BYTES = 16 * 1024 * 1024

const OPTIONS = {
  window: {
    form: `a whole number from 2 to ${formatInteger(LARGEST_WINDOW)}`,
    allows: (value: number) => Number.isInteger(value) && value >= 2 && value <= LARGEST_WINDOW,
  },
  maxPValue: { form: 'a number from 0 to 1', allows: (value: number) => value >= 0 && value <= 1 },
  minMagnitude: { form: 'a number from 0 up', allows: (value: number) => value >= 0 },
}

const OPTION_NAMES = ['window', 'maxPValue', 'minMagnitude'] as const
const REMEDY =
  'Write {"series": [1.5, 1.6], "window": 50, "maxPValue": 0.001, "minMagnitude": 0}; all but the series may be left out.'

const KEYS: readonly string[] = ['series', ...OPTION_NAMES]

/** What a file asks for. */
export interface SeriesRequest {
  /** null: missing. */
  readonly series: readonly (number | null)[]
  readonly options: ChangePointOptions
}

/**
 * `{"series": [numbers], "window": 50, "maxPValue": 0.001, "minMagnitude": 0}`, the last three of which may be left out.
 * `null`, and `NaN` as Python writes it, are missing values.
 * @throws ReportError naming the place and the remedy
 */
export function readSeriesRequest(path: string, text: string): SeriesRequest {
  const fail = (message: string): never => {
    throw new ReportError(message, { path, line: null, remedy: REMEDY })
  }
  const parsed = parsePlainJson(withoutPythonWords(text.replace(/^\uFEFF/, '')), 2 * MAX_SERIES_BYTES)
  const root = parsed.ok ? parsed.value : fail(`The file ${parsed.message}.`)
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return fail('The file holds no object.')
  const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(root))
  for (const key of fields.keys()) if (!KEYS.includes(key)) fail(unknownKey(key))
  return { series: seriesOf(fields.get('series'), fail), options: optionsOf(fields, fail) }
}

type Fail = (message: string) => never

/** JSON has no word for what is no number; infinite ones are refused with their place by who reads on. */
function withoutPythonWords(text: string): string {
  if (!/NaN|Infinity/.test(text)) return text
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|NaN|Infinity/g, (found) =>
    found === 'NaN' ? 'null' : found === 'Infinity' ? '1e999' : found,
  )
}

function seriesOf(value: unknown, fail: Fail): readonly (number | null)[] {
  if (value === undefined) return fail('There is no "series".')
  if (!Array.isArray(value)) return fail(`"series" is no list, but ${shown(value)}.`)
  if (value.length > MOST_VALUES)
    return fail(`"series" has ${formatInteger(value.length)} values; ${formatInteger(MOST_VALUES)} are allowed.`)
  return value.map((item: unknown, at) =>
    item === null || typeof item === 'number' ? item : fail(`series[${at}] is no number, but ${shown(item)}.`),
  )
}

function optionsOf(fields: ReadonlyMap<string, unknown>, fail: Fail): ChangePointOptions {
  const read = (name: (typeof OPTION_NAMES)[number]): number => {
    if (!fields.has(name)) return DEFAULT_CHANGE_POINT_OPTIONS[name]
    const value = fields.get(name)
    const { form, allows } = OPTIONS[name]
    return typeof value === 'number' && allows(value) ? value : fail(`"${name}" is not ${form}, but ${shown(value)}.`)
  }
  return { window: read('window'), maxPValue: read('maxPValue'), minMagnitude: read('minMagnitude') }
}

function unknownKey(key: string): string {
  const near = suggest(key, KEYS)
  return `There is no key ${shown(key)}.${near === null ? '' : ` Did you mean "${near}"?`}`
}

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

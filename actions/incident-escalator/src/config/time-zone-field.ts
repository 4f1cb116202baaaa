import { isTimeZone } from '@testwarden/core/calendar/time-zone'
import type { Field, InnerFault } from '@testwarden/core/config/field'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { suggest } from '@testwarden/core/config/suggest'

/** A time zone by its IANA name. */
export function timeZone(details: FieldDetails<string>): Field<string> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback,
    stricter: null,
    jsonSchema: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_+/-]{1,63}$' },
    parse(raw) {
      const fault = timeZoneFault(raw, [])
      if (fault !== null) return { ok: false, expected: 'the name of a time zone, such as Europe/Berlin', fault }
      return { ok: true, value: String(raw) }
    },
  }
}

/**
 * What is wrong with a time zone that somebody wrote; null: nothing.
 * @param path where it stands below the setting
 */
export function timeZoneFault(raw: unknown, path: readonly string[]): InnerFault | null {
  const name = typeof raw === 'string' ? raw : ''
  if (isTimeZone(name)) return null
  const meant = suggestTimeZone(name)
  const example = meant === null ? 'Write a name such as Europe/Berlin or UTC' : `Did you mean ${meant}?`
  return {
    path,
    message: `${JSON.stringify(name.slice(0, 64))} is no time zone.`,
    remedy: `${example}${meant === null ? ', as the IANA database has them: a mere distance from UTC knows no summer time.' : ''}`,
  }
}

/** By its city alone, or by what is nearly its name. */
function suggestTimeZone(name: string): string | null {
  const known = Intl.supportedValuesOf('timeZone')
  const cities = new Map(known.map((zone) => [zone.slice(zone.lastIndexOf('/') + 1), zone]))
  const city = name.slice(name.lastIndexOf('/') + 1).replace(/\s+/g, '_')
  const nearCity = city === '' ? null : suggest(city, cities.keys())
  return suggest(name, known) ?? (nearCity === null ? null : (cities.get(nearCity) ?? null))
}

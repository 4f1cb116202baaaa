import * as v from 'valibot'
import type { ReadWarning } from '../model/result.js'
import { lineSchema, nullableText } from './scalar-schemas.js'

/** What an inspection says of a report of any kind. */
export interface InspectedFile {
  /** As given, relative to the working directory, with `/`. */
  readonly path: string
  readonly format: string
  /** The tool that wrote the file, where the file shows it. */
  readonly dialect: string | null
  /** The file ends early; what comes before counts. */
  readonly partial: boolean
  readonly warnings: readonly ReadWarning[]
}

/** The fields of {@link InspectedFile} in a schema. */
export const inspectedFileFields = {
  path: v.pipe(v.string(), v.description('As given, relative to the working directory, with /.')),
  format: v.string(),
  dialect: v.pipe(nullableText, v.description('The tool that wrote the file, where the file shows it.')),
  partial: v.pipe(v.boolean(), v.description('The file ends early; what comes before counts.')),
  warnings: v.array(v.object({ message: v.string(), line: v.nullable(lineSchema) })),
}

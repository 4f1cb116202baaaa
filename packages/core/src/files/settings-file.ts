import * as v from 'valibot'
import { bindSchema } from './bind-schema.js'
import { lineSchema, nullableText, shaSchema } from './scalar-schemas.js'

/** What `testwarden config --print --json` prints. */
export interface SettingsFile {
  readonly schema: 'testwarden.settings/1'
  /** The commit whose policy counts; null: the working tree's own. */
  readonly base: string | null
  readonly settings: readonly PrintedSetting[]
}

export interface PrintedSetting {
  readonly key: string
  readonly value: unknown
  readonly role: 'policy' | 'structure' | 'both'
  readonly origin:
    | { readonly kind: 'assumed' }
    | { readonly kind: 'file'; readonly path: string; readonly line: number | null; readonly at: string | null }
    | { readonly kind: 'input'; readonly name: string }
}

export const settingsSchema = bindSchema<SettingsFile>()(
  v.object({
    schema: v.literal('testwarden.settings/1'),
    base: v.pipe(v.nullable(shaSchema), v.description('The commit whose policy counts; null: the working tree’s own.')),
    settings: v.array(
      v.object({
        key: v.pipe(v.string(), v.description('The key in the config file, such as coverage.patch.line.')),
        value: v.unknown(),
        role: v.picklist(['policy', 'structure', 'both']),
        origin: v.variant('kind', [
          v.object({ kind: v.literal('assumed') }),
          v.object({
            kind: v.literal('file'),
            path: v.string(),
            line: v.nullable(lineSchema),
            at: v.pipe(
              nullableText,
              v.description('The commit of the base that has the file; null: the working tree.'),
            ),
          }),
          v.object({ kind: v.literal('input'), name: v.string() }),
        ]),
      }),
    ),
  }),
)

import { type Format, HEAD_BYTES } from './format.js'

/** The format that a file is written in; null when no format knows it. */
export type Detected<Model> =
  | {
      readonly kind: 'one'
      readonly format: Format<Model>
      /** Formats of other kinds that the same file may hold beside its own. */
      readonly sidelines: readonly Format<Model>[]
    }
  | { readonly kind: 'none' }
  /** Formats must exclude each other, so this is a bug of ours or a file made to confuse; `--format` decides. */
  | { readonly kind: 'several'; readonly formats: readonly Format<Model>[] }

/** @param head the beginning of a file; only its first {@link HEAD_BYTES} are looked at */
export function detectFormat<Model>(head: Uint8Array, formats: readonly Format<Model>[]): Detected<Model> {
  // The very same array where it can be: formats that look for the same things find them there once.
  const seen = head.length > HEAD_BYTES ? head.subarray(0, HEAD_BYTES) : head
  const matching = formats.filter((format) => format.detect(seen))
  const sidelines = matching.filter(({ sideline }) => matching.some(({ id }) => id === sideline?.of))
  const [format, ...others] = matching.filter((one) => !sidelines.includes(one))
  if (format === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', format, sidelines } : { kind: 'several', formats: [format, ...others] }
}

import type { Annotation } from '@testwarden/core/render/annotation'
import { loadCore } from '../sdk.js'
import { type Effect, receiptOf } from './effect.js'

/** Shows findings beside the lines of the change. The runner takes ten of each level in a step; more are in the log only. */
export interface Annotate {
  readonly kind: 'annotate'
  readonly key: string
  readonly annotations: readonly Annotation[]
}

export const annotateEffect: Effect<Annotate> = {
  perform: ({ key, annotations }) =>
    receiptOf(key, async () => {
      const core = await loadCore()
      for (const annotation of annotations) core[annotation.level](annotation.message, propertiesOf(annotation))
      return undefined
    }),
  describe: ({ annotations }) => `annotate ${annotations.length} ${annotations.length === 1 ? 'place' : 'places'}`,
}

interface Properties {
  title: string
  file?: string
  startLine?: number
  endLine?: number
}

function propertiesOf({ title, path, startLine, endLine }: Annotation): Properties {
  const properties: Properties = { title }
  if (path === null) return properties
  properties.file = path
  if (startLine !== null) properties.startLine = startLine
  if (endLine !== null) properties.endLine = endLine
  return properties
}

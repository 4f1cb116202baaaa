import type { Annotation } from '@testwarden/core/render/annotation'
import { workflowCommand } from '../runner/workflow-command.js'
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
      for (const annotation of annotations) process.stdout.write(commandOf(annotation))
      return undefined
    }),
  describe: ({ annotations }) => `annotate ${annotations.length} ${annotations.length === 1 ? 'place' : 'places'}`,
}

function commandOf({ level, title, message, path, startLine, endLine }: Annotation): string {
  const place = path === null ? {} : { file: path, line: startLine, endLine }
  return workflowCommand(level, { title, ...place }, message)
}

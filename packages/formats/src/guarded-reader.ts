import { ReportError } from '@testwarden/core/model/errors'
import type { ParseResult } from '@testwarden/core/model/result'
import type { Reader } from './format.js'
import { BlockDecoder } from './text/block-decoder.js'
import type { WarningLog } from './warning-log.js'

/** Makes a model of text that comes in blocks. May throw a ReportError wherever the report cannot be used. */
export interface TextMachine<Model> {
  readonly warnings: WarningLog
  write(text: string): void
  end(): { readonly model: Model; readonly partial: boolean }
}

/** A {@link Reader} around a machine: decodes, and turns the first ReportError into the result. */
export function guardedReader<Model>(
  path: string,
  machine: TextMachine<Model>,
  { isEmptyAllowed }: { readonly isEmptyAllowed: boolean } = { isEmptyAllowed: false },
): Reader<Model> {
  let failure: ReportError | null = null
  let isEmpty = true
  const decoder = new BlockDecoder((text) => {
    isEmpty = false
    machine.write(text)
  })
  function guard(step: () => void): void {
    if (failure !== null) return
    try {
      step()
    } catch (error) {
      if (!(error instanceof ReportError)) throw error
      failure = error
    }
  }
  return {
    write(chunk) {
      guard(() => decoder.write(chunk))
    },
    end() {
      let result: ParseResult<Model> | null = null
      guard(() => {
        decoder.end()
        if (isEmpty && !isEmptyAllowed) throw emptyFile(path)
        const finished = machine.end()
        for (const oddity of decoder.oddities) machine.warnings.add(oddity, null)
        result = { ok: true, ...finished, warnings: machine.warnings.list() }
      })
      return result ?? { ok: false, error: failure ?? emptyFile(path) }
    },
  }
}

function emptyFile(path: string): ReportError {
  return new ReportError('the file is empty', {
    path,
    line: null,
    remedy:
      'Check that the tests ran, for coverage with coverage switched on, and that the tool could write its report.',
  })
}

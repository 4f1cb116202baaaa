import type { ReportWatch } from '../report-watch.js'
import type { XmlAttributes } from './attributes.js'
import type { XmlHandler } from './handler.js'

/** A handler that is told the same as another, after a watch was moved to the tag that it is told of. */
export function watchedHandler(handler: XmlHandler, watch: ReportWatch): XmlHandler {
  const openLines: number[] = []
  const watched: XmlHandler = {
    open(name, attributes, line) {
      openLines.push(line)
      watch.moveTo(line, () => describeTag(name, attributes))
      handler.open(name, attributes, line)
      // Attributes are good only during the call.
      watch.moveTo(line, () => `<${name}>`)
    },
    close(name) {
      // What is known only at the end of an element stands in it.
      watch.moveTo(openLines.pop() ?? 1, () => `<${name}>`)
      handler.close(name)
    },
    get isTextWanted() {
      return handler.isTextWanted ?? true
    },
  }
  return handler.text === undefined
    ? watched
    : Object.assign(watched, { text: (piece: string) => handler.text?.(piece) })
}

const ATTRIBUTES_MAX = 12

function describeTag(name: string, attributes: XmlAttributes): string {
  const names = attributes.names().slice(0, ATTRIBUTES_MAX)
  return `<${name}${names.map((attribute) => ` ${attribute}="${attributes.get(attribute) ?? ''}"`).join('')}>`
}

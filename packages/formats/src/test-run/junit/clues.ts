import type { XmlAttributes } from '../../xml/attributes.js'
import { type JunitClues, type JunitDialect, type JunitHabits, USUAL_HABITS } from './dialect.js'
import { findDialect } from './dialects/registry.js'

/** More than any tool needs to be told by. */
const MAX_PROPERTIES = 200

/** Gathers what shows the writer, from the root up to the first case. */
export class ClueCollector {
  private readonly properties = new Set<string>()
  private clues: JunitClues = {
    root: '',
    rootAttributes: '',
    rootName: '',
    suiteAttributes: '',
    suiteName: '',
    caseAttributes: '',
    properties: this.properties,
  }
  private found: JunitDialect | null = null
  private hasSuite = false
  private isSettled = false

  /** What is known of the writer so far. */
  get habits(): JunitHabits {
    return this.found ?? USUAL_HABITS
  }

  get dialect(): JunitDialect | null {
    return this.found
  }

  sawRoot(root: string, attributes: XmlAttributes): void {
    this.clues = { ...this.clues, root, rootAttributes: namesOf(attributes), rootName: attributes.get('name') ?? '' }
  }

  sawSuite(attributes: XmlAttributes): void {
    if (this.hasSuite || this.isSettled) return
    this.hasSuite = true
    this.look({ suiteAttributes: namesOf(attributes), suiteName: attributes.get('name') ?? '' })
  }

  sawProperty(name: string): void {
    if (this.isSettled || this.properties.size >= MAX_PROPERTIES) return
    this.properties.add(name)
    this.look({})
  }

  sawCase(attributes: XmlAttributes): void {
    if (this.isSettled) return
    this.isSettled = true
    this.look({ caseAttributes: namesOf(attributes) })
  }

  private look(more: Partial<JunitClues>): void {
    this.clues = { ...this.clues, ...more }
    this.found = findDialect(this.clues) ?? this.found
  }
}

function namesOf(attributes: XmlAttributes): string {
  return attributes.names().join(' ')
}

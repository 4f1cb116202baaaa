import { isEvent, type JsonEvent, numberOf, textOf } from '../../json/json-lines.js'

interface Group {
  /** With the names of the groups around it, as Dart writes it. */
  readonly fullName: string
  /** Names of this group and those around it, outermost first, each without what is around it. */
  readonly path: readonly string[]
}

/** More than cases keep of it. */
const MAX_DEPTH = 60
const ROOT: Group = { fullName: '', path: [] }

/** Files with tests, and the groups in them, by the numbers that a stream gives them. */
export class DartGroups {
  private readonly files = new Map<number, string>()
  private readonly groups = new Map<number, Group>()
  /** Tests that the outermost groups of all files announce. */
  private announced = 0
  private announcedFiles = 0

  /** How many files the run has. */
  expectFiles(event: JsonEvent): void {
    this.announcedFiles = numberOf(event, 'count') ?? 0
  }

  /** Whether files or tests are announced that did not come. @param seen tests that ended */
  lack(seen: number): boolean {
    return this.files.size < this.announcedFiles || seen < this.announced
  }

  addSuite(event: JsonEvent): void {
    const suite = memberOf(event, 'suite')
    const [id, path] = [numberOf(suite, 'id'), textOf(suite, 'path')]
    if (id !== null && path !== null) this.files.set(id, path)
  }

  addGroup(event: JsonEvent): void {
    const group = memberOf(event, 'group')
    const id = numberOf(group, 'id')
    if (id === null) return
    if (numberOf(group, 'parentID') === null) this.announced += numberOf(group, 'testCount') ?? 0
    const parent = this.groups.get(numberOf(group, 'parentID') ?? -1) ?? ROOT
    const fullName = textOf(group, 'name') ?? ''
    const own = withoutPrefix(fullName, parent.fullName)
    this.groups.set(id, {
      fullName,
      path: own === '' || parent.path.length >= MAX_DEPTH ? parent.path : [...parent.path, own],
    })
  }

  fileOf(suiteId: number | null): string | null {
    return this.files.get(suiteId ?? -1) ?? null
  }

  /** @param ids from the outermost group of a test to the innermost */
  innermost(ids: unknown): Group {
    const id: unknown = Array.isArray(ids) ? ids.at(-1) : null
    return (typeof id === 'number' ? this.groups.get(id) : undefined) ?? ROOT
  }
}

/** The object that an event is about; empty where it has none. */
export function memberOf(event: JsonEvent, key: string): JsonEvent {
  const value = event[key]
  return isEvent(value) ? value : {}
}

/** Dart joins the names of groups and of a test with blanks. */
export function withoutPrefix(name: string, prefix: string): string {
  return prefix !== '' && name.startsWith(`${prefix} `) ? name.slice(prefix.length + 1) : name
}

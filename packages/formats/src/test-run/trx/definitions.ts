import { ownText } from '../../text/own-text.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { assemblyName } from '../dotnet/assembly-name.js'
import { MAX_TAGS, tagOf } from '../dotnet/tag.js'

/** What a file says of a test apart from its results. */
export interface TestDefinition {
  readonly name: string
  readonly className: string | null
  /** The assembly that holds it; empty where there is none. */
  readonly path: readonly string[]
  /** Tools of other languages have a file of sources where .NET has an assembly. */
  readonly file: string | null
  readonly tags: readonly string[]
}

interface OpenDefinition {
  readonly id: string
  readonly name: string
  container: string
  className: string | null
  readonly tags: string[]
}

const NO_TAGS: readonly string[] = []

/** The tests of a file by their ids. Results name them, and may stand in front of them or behind. */
export class TestDefinitions {
  private readonly byId = new Map<string, TestDefinition>()
  private readonly classNames = new Map<string, string>()
  private readonly places = new Map<string, Place>()
  private open: OpenDefinition | null = null
  private text: { readonly name: string; value: string } | null = null
  private propertyName = ''

  get isTextWanted(): boolean {
    return this.text !== null
  }

  get size(): number {
    return this.byId.size
  }

  of(id: string): TestDefinition | null {
    return this.byId.get(id) ?? null
  }

  begin(attributes: XmlAttributes): void {
    this.open = {
      id: ownText((attributes.get('id') ?? '').toLowerCase()),
      name: ownText(attributes.get('name') ?? ''),
      container: attributes.get('storage') ?? '',
      className: null,
      tags: [],
    }
  }

  /** An element of the test that {@link begin} began. */
  element(name: string, attributes: XmlAttributes): void {
    if (this.open === null) return
    if (name === 'TestMethod') this.readMethod(this.open, attributes)
    else if (name === 'TestCategoryItem') this.addTag('Category', attributes.get('TestCategory') ?? '')
    else if (name === 'Owner') this.addTag('Owner', attributes.get('name') ?? '')
    else if (name === 'Key' || name === 'Value') this.text = { name, value: '' }
  }

  addText(piece: string): void {
    if (this.text !== null && this.text.value.length < MAX_TAG) this.text.value += piece
  }

  endElement(): void {
    if (this.text?.name === 'Key') this.propertyName = this.text.value.trim()
    else if (this.text !== null) this.addTag(this.propertyName, this.text.value.trim())
    this.text = null
  }

  end(): void {
    if (this.open === null) return
    const { id, name, container, className, tags } = this.open
    this.open = null
    this.byId.set(id, {
      name,
      className,
      ...this.placeOf(container),
      tags: tags.length === 0 ? NO_TAGS : tags,
    })
  }

  /** `storage` is written in lower case, `codeBase` as the file is called. */
  private readMethod(open: OpenDefinition, attributes: XmlAttributes): void {
    const className = plainClassName(attributes.get('className') ?? '')
    open.className = className === '' ? null : this.shared(className)
    open.container = attributes.get('codeBase') ?? open.container
  }

  private addTag(name: string, value: string): void {
    const tag = tagOf(name, value)
    if (tag !== null && this.open !== null && this.open.tags.length < MAX_TAGS) this.open.tags.push(ownText(tag))
  }

  private shared(className: string): string {
    const known = this.classNames.get(className)
    if (known !== undefined) return known
    const own = ownText(className)
    this.classNames.set(own, own)
    return own
  }

  private placeOf(container: string): Place {
    const known = this.places.get(container)
    if (known !== undefined) return known
    const place = placeOf(ownText(container))
    this.places.set(container, place)
    return place
  }
}

type Place = Pick<TestDefinition, 'path' | 'file'>

const ASSEMBLY = /\.(?:dll|exe)$/i

function placeOf(container: string): Place {
  if (container === '') return { path: [], file: null }
  return ASSEMBLY.test(container) ? { path: [assemblyName(container)], file: null } : { path: [], file: container }
}

const MAX_TAG = 1_000

/** MSTest of Visual Studio wrote `Ns.Class, Assembly, Version=1.0.0.0, Culture=neutral`. */
function plainClassName(written: string): string {
  const end = written.indexOf(',')
  return (end === -1 ? written : written.slice(0, end)).trim()
}

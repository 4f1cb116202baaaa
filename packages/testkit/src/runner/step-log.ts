import { type Annotation, type AnnotationLevel, MAX_PER_LEVEL, plainAnnotation, toAnnotation } from './annotation.js'
import { Masks } from './masks.js'
import { parseWorkflowCommand, type WorkflowCommand } from './workflow-command.js'

const KNOWN_COMMANDS = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]

/** Commands that `echo` never repeats in the log. */
const NEVER_ECHOED: ReadonlySet<string> = new Set(['add-mask', 'debug', 'error', 'notice', 'warning'])

/** A longer stop token is masked, so that it cannot be read from the log of an earlier step. */
const MAX_VISIBLE_TOKEN_LENGTH = 6

/** Reads a step's lines one by one and does what they command, as the runner's command manager does. */
export class StepLog {
  readonly lines: string[] = []
  readonly annotations: Annotation[] = []
  readonly commands: WorkflowCommand[] = []
  /** By `::set-output::`, which the runner still honours: whatever prints untrusted text can forge them. */
  readonly outputs = new Map<string, string>()
  /** By `::save-state::`. */
  readonly state = new Map<string, string>()
  readonly masks = new Masks()
  readonly #workspace: string
  readonly #known = new Set(KNOWN_COMMANDS)
  readonly #counts = new Map<AnnotationLevel, number>()
  #stopToken: string | null = null
  #isEchoing = false
  #hasFailedCommand = false

  constructor(workspace: string) {
    this.#workspace = workspace
  }

  /** Annotations beyond the limit per level, which are only logged. */
  get annotationsDropped(): number {
    let total = 0
    for (const count of this.#counts.values()) total += count
    return total - this.annotations.length
  }

  /** A command that could not be done fails the step, whatever its exit code. */
  get hasFailedCommand(): boolean {
    return this.#hasFailedCommand
  }

  read(line: string): void {
    const command = parseWorkflowCommand(line, this.#known)
    if (command === null) this.print(line)
    else if (this.#stopToken !== null) this.#readStopped(command, line)
    else this.#obey(command, line)
  }

  print(line: string): void {
    this.lines.push(this.masks.apply(line))
  }

  /** An annotation of the runner's own. */
  report(level: AnnotationLevel, message: string): void {
    this.#annotate(plainAnnotation(level, this.masks.apply(message)), message)
  }

  fail(message: string): void {
    this.report('error', message)
    this.#hasFailedCommand = true
  }

  #readStopped(command: WorkflowCommand, line: string): void {
    this.print(line)
    if (command.name.toLowerCase() !== this.#stopToken) return
    this.commands.push(command)
    this.#known.delete(this.#stopToken)
    this.#stopToken = null
  }

  #obey(command: WorkflowCommand, line: string): void {
    this.commands.push(command)
    const name = command.name.toLowerCase()
    if (this.#isEchoing && !NEVER_ECHOED.has(name)) this.print(line)
    const problem = name === 'stop-commands' ? this.#stop(command.data, line) : this.#perform(name, command)
    if (problem === null) return
    this.fail(`Unable to process command '${NEVER_ECHOED.has(name) ? name : line}' successfully. ${problem}`)
  }

  /** null, or why the command could not be done. */
  #perform(name: string, command: WorkflowCommand): string | null {
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        return this.#annotateCommand(name, command)
      case 'add-mask':
        return this.#mask(command.data)
      case 'set-output':
        return store(this.outputs, command)
      case 'save-state':
        return store(this.state, command)
      case 'set-env':
      case 'add-path':
        return `The \`${name}\` command is disabled. Please upgrade to using Environment Files.`
      case 'echo':
        return this.#echo(command.data)
      case 'group':
        return this.#show(`##[group]${command.data}`)
      case 'endgroup':
        return this.#show('##[endgroup]')
      default:
        return null
    }
  }

  /** A token that is a command itself could never end the pause safely, so it is refused, as is an empty one. */
  #stop(data: string, line: string): string | null {
    const token = data.toLowerCase()
    if (token === '' || token === 'pause-logging' || this.#known.has(token))
      return `Invalid stop-commands token '${data}'.`
    if (data.length > MAX_VISIBLE_TOKEN_LENGTH) this.masks.add(data)
    if (!this.#isEchoing) this.print(line)
    this.#stopToken = token
    this.#known.add(token)
    return null
  }

  #annotateCommand(level: AnnotationLevel, command: WorkflowCommand): null {
    const mask = (text: string) => this.masks.apply(text)
    this.#annotate(toAnnotation(level, command, { workspace: this.#workspace, mask }), command.data)
    return null
  }

  #annotate(annotation: Annotation, logged: string): void {
    this.print(`##[${annotation.level}]${logged}`)
    const count = this.#counts.get(annotation.level) ?? 0
    this.#counts.set(annotation.level, count + 1)
    if (count < MAX_PER_LEVEL) this.annotations.push(annotation)
  }

  #mask(secret: string): null {
    if (secret.trim() === '') {
      this.report('warning', "Can't add secret mask for empty string in ##[add-mask] command.")
      return null
    }
    if (this.#isEchoing) this.print('::add-mask::***')
    this.masks.add(secret)
    return null
  }

  #echo(data: string): string | null {
    const value = data.trim().toUpperCase()
    if (value !== 'ON' && value !== 'OFF') return `Invalid echo command value. It is '${data}', not 'on' or 'off'.`
    this.#isEchoing = value === 'ON'
    return null
  }

  #show(line: string): null {
    this.print(line)
    return null
  }
}

function store(target: Map<string, string>, command: WorkflowCommand): string | null {
  const name = command.properties.get('name')
  if (name === undefined || name === '') return `Required field 'name' is missing in ##[${command.name}] command.`
  target.set(name, command.data)
  return null
}

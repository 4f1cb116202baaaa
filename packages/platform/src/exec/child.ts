import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'
import { isTreeAlive, killTree, trackTree, untrackTree } from './process-tree.js'

export interface ChildStart {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly timeoutMs: number
  /** What the process reads from its standard input; nothing when absent. */
  readonly input?: string | Uint8Array
}

/** A running child process whose output is still to be read. */
export interface Child {
  readonly stdout: Readable
  readonly stderr: Readable
  /** Resolves when the process itself has ended; others may still hold its output open. */
  readonly exited: Promise<void>
  /** Resolves when the process has ended and its output is closed. Never rejects after the start. */
  readonly ended: Promise<ChildEnd>
  /** Whether anything of what it started still runs, or it itself. Windows cannot tell, and says no. */
  isAlive(): boolean
  /** Ends the process and all that it started. */
  kill(): void
}

export interface ChildEnd {
  /** null when a signal or the timeout ended it. */
  readonly exitCode: number | null
  readonly isTimedOut: boolean
}

/**
 * Starts a process without a shell.
 *
 * This is node:child_process and not @actions/exec, because the toolkit keeps the whole output in memory, knows no
 * timeout and gives no handle to end what it started.
 * @throws PlatformError when the program cannot be started
 */
export async function startChild(start: ChildStart): Promise<Child> {
  const process = await spawned(start, start.input === undefined ? 'ignore' : 'pipe')
  trackTree(process)
  if (start.input !== undefined) feed(process.stdin, start.input)
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    exited: new Promise((resolve) => process.once('exit', () => resolve())),
    ended: endOf(process, start.timeoutMs),
    isAlive: () => isTreeAlive(process),
    kill: () => killTree(process),
  }
}

/** A process that is asked many things; who asks keeps the time. It never keeps us alive. */
export interface Conversation extends Pick<Child, 'stdout' | 'stderr' | 'kill'> {
  say(text: string): void
}

/** @throws PlatformError when the program cannot be started */
export async function startConversation(program: Program): Promise<Conversation> {
  const process = await spawned(program, 'pipe')
  trackTree(process)
  process.once('close', () => untrackTree(process))
  process.unref()
  for (const stream of [process.stdin, process.stdout, process.stderr]) if (stream instanceof Socket) stream.unref()
  // Its end is seen where its answers are read.
  process.stdin?.on('error', () => undefined)
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    say: (text) => process.stdin?.write(text),
    kill: () => killTree(process),
  }
}

/** The timer runs until the output is closed: a process that left our group may hold it open after its parent's end. */
function endOf(process: ReadableChild, timeoutMs: number): Promise<ChildEnd> {
  let isTimedOut = false
  const timer = setTimeout(() => {
    isTimedOut = true
    killTree(process)
    process.stdout.destroy()
    process.stderr.destroy()
  }, timeoutMs)
  return new Promise((resolve) => {
    process.once('close', (exitCode) => {
      clearTimeout(timer)
      untrackTree(process)
      resolve({ exitCode: isTimedOut ? null : exitCode, isTimedOut })
    })
  })
}

type ReadableChild = ChildProcessByStdio<Writable | null, Readable, Readable>

type Program = Pick<ChildStart, 'command' | 'args' | 'cwd' | 'env'>

function spawned(program: Program, stdin: 'ignore' | 'pipe'): Promise<ReadableChild> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown): void => reject(notStarted(program.command, cause))
    try {
      const child = spawnPiped(program, stdin)
      child.once('error', refuse)
      child.once('spawn', () => resolve(child))
    } catch (cause) {
      refuse(cause)
    }
  })
}

function spawnPiped({ command, args, cwd, env }: Program, stdin: 'ignore' | 'pipe'): ReadableChild {
  // A group of its own, so that the timeout reaches grandchildren too.
  const options = { cwd, env, detached: process.platform !== 'win32', windowsHide: true }
  if (stdin === 'pipe') return spawn(command, [...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  return spawn(command, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A process may end without reading everything; what it says of that is its exit code. */
function feed(stdin: Writable | null, input: string | Uint8Array): void {
  stdin?.on('error', () => undefined)
  stdin?.end(input)
}

function notStarted(command: string, cause: unknown): PlatformError {
  return new PlatformError(`cannot start ${command}: ${messageOf(cause)}`, {
    cause,
    remedy: `install ${command} on this machine or correct its name`,
  })
}

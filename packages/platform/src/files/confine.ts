import { lstat, realpath } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { isMissing, messageOf } from './failure.js'

/** `workspace`: nothing outside the root; `machine`: the developer's own command line, where a named path may lie anywhere. */
export type Reach = 'workspace' | 'machine'

export interface Boundary {
  /** As given, absolute. */
  readonly root: string
  /** Free of links. */
  readonly realRoot: string
  readonly reach: Reach
  /** Where earlier steps of ours left their files: it may be read as well, by its whole path. null: nowhere. */
  readonly stepFiles: string | null
}

export type BoundaryOptions = Pick<Boundary, 'root' | 'reach'> & Partial<Pick<Boundary, 'stepFiles'>>

export async function createBoundary({ root, reach, stepFiles = null }: BoundaryOptions): Promise<Boundary> {
  const absolute = path.resolve(root)
  try {
    return { root: absolute, realRoot: await realpath(absolute), reach, stepFiles }
  } catch (cause) {
    throw new PlatformError(`the workspace ${absolute} does not exist`, {
      cause,
      remedy: 'run actions/checkout before this step, or run the command inside your project',
    })
  }
}

/**
 * Absolute, link-free form of a path that a user or a report wrote; its last parts may not exist yet.
 * @throws PlatformError when it lies outside the boundary, by `..` or by a link
 */
export async function confine(boundary: Boundary, given: string): Promise<string> {
  if (given.includes('\0')) throw outside(given, 'holds a NUL character')
  const absolute = path.resolve(boundary.root, given)
  if (boundary.reach === 'machine') return realpathOfExisting(absolute)
  if (!isInside(boundary.root, absolute) && !isInside(boundary.realRoot, absolute))
    throw outside(given, 'lies outside the workspace')
  const real = await realpathOfExisting(absolute)
  if (!isInside(boundary.realRoot, real)) throw outside(given, 'leaves the workspace by a link')
  return real
}

export function isInside(folder: string, candidate: string): boolean {
  const relative = path.relative(folder, candidate)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

/**
 * As {@link confine}, for what is only read.
 * @throws PlatformError
 */
export async function confineReading(boundary: Boundary, given: string): Promise<string> {
  const { stepFiles } = boundary
  const isOfStep = stepFiles !== null && path.isAbsolute(given) && !given.includes('\0') && isInside(stepFiles, given)
  if (!isOfStep) return confine(boundary, given)
  const real = await realpathOfExisting(given)
  if (!isInside(await realpathOfExisting(stepFiles), real)) throw outside(given, 'leaves the workspace by a link')
  return real
}

/** The link-free form of the part that exists, followed by the part that does not. */
async function realpathOfExisting(absolute: string): Promise<string> {
  try {
    return await realpath(absolute)
  } catch (cause) {
    if (!isMissing(cause)) throw new PlatformError(`cannot follow ${absolute}: ${messageOf(cause)}`, { cause })
  }
  if (await isLink(absolute)) throw new PlatformError(`${absolute} is a link to nothing`, { remedy: 'remove the link' })
  const parent = path.dirname(absolute)
  return parent === absolute ? absolute : path.join(await realpathOfExisting(parent), path.basename(absolute))
}

async function isLink(absolute: string): Promise<boolean> {
  const found = await lstat(absolute).catch(() => null)
  return found?.isSymbolicLink() === true
}

function outside(given: string, what: string): PlatformError {
  return new PlatformError(`${given} ${what}`, {
    remedy: 'name a path inside the workspace; copy the file there first if a tool writes it elsewhere',
  })
}

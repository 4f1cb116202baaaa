import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isMissing } from '../files/failure.js'

/** The git folder of a repository that has them. */
export interface ObjectSource {
  /** Holds `objects`, and `shallow` where history was cut off. */
  readonly gitDir: string
}

/**
 * Lets a repository see the objects of another. `shallow` is copied too, because without it commits seem to be missing
 * behind its cut.
 */
export async function borrowObjects({ gitDir: source }: ObjectSource, gitDir: string): Promise<void> {
  await mkdir(path.join(gitDir, 'objects', 'info'), { recursive: true })
  await writeFile(path.join(gitDir, 'objects', 'info', 'alternates'), `${path.join(source, 'objects')}\n`)
  await copyFile(path.join(source, 'shallow'), path.join(gitDir, 'shallow')).catch((error: unknown) => {
    if (!isMissing(error)) throw error
  })
}

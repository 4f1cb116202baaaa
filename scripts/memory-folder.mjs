// Where tests put their thousands of short-lived files: in memory where there is plenty, as a file system on a disk
// spends half of the time of small repositories on making and removing them.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const LEAST_FREE_BYTES = 4e9

/** A fresh folder in memory; null where there is none, too little is free, or programs cannot be started from it. */
export function makeMemoryFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    if (Math.min(bavail * bsize, freemem()) < LEAST_FREE_BYTES) return null
    const folder = mkdtempSync(join(MEMORY, 'testwarden-'))
    // As the system's own: some tests become another user.
    chmodSync(folder, 0o1777)
    if (startsPrograms(folder)) return folder
    rmSync(folder, { recursive: true })
  } catch {
    // Not this system.
  }
  return null
}

/** Containers often mount it `noexec`. */
function startsPrograms(folder) {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\nexit 0\n')
  chmodSync(program, 0o755)
  const { status } = spawnSync(program)
  rmSync(program)
  return status === 0
}

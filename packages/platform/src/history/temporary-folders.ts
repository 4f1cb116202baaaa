import { rmSync } from 'node:fs'

const folders = new Set<string>()

/** A developer's temporary folder is nobody's to clean but ours: what is named here is removed when the process ends. */
export function removeAtExit(folder: string): void {
  if (folders.size === 0) process.once('exit', removeAll)
  folders.add(folder)
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

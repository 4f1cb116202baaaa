import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = dirname(fileURLToPath(import.meta.url))

/** Command words of the program of benchmarks: of C where there is a compiler, else of Node, which starts slower. */
export function makeProgram(folder) {
  const compiled = join(folder, 'bench')
  for (const compiler of ['cc', 'gcc', 'clang'])
    if (spawnSync(compiler, ['-O2', '-o', compiled, join(FOLDER, 'bench.c')], { stdio: 'ignore' }).status === 0)
      return [compiled]
  const script = join(folder, 'bench.mjs')
  copyFileSync(join(FOLDER, 'bench.mjs'), script)
  return [process.execPath, script]
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The variables of a runner that calls its processor so. Only the name is another: hosted runners have several processors,
 * and nobody can ask for one.
 * @param folder is filled
 */
export function processorEnv(folder: string, model: string): Readonly<Record<string, string>> {
  const preload = join(folder, 'processor.cjs')
  const script = `const os = require('node:os')
const cpus = os.cpus
os.cpus = () => cpus().map((cpu) => ({ ...cpu, model: ${JSON.stringify(model)} }))
`
  writeFileSync(preload, script)
  return { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` }
}

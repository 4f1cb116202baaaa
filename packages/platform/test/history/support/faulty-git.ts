import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findGitProgram } from '../../../src/git/absence.js'

/**
 * A program named git in a folder of its own, which runs the real one, and by the environment does wrong:
 * - FAULT_PUSH=`some`: of the pushes a third fail before they reach the server, and of the others a third after.
 * - FAULT_KILL=`before <n>` or `after <n>`: ends the process that called it, around its nth call.
 * @returns a PATH with it
 */
export function installFaultyGit(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const program = path.join(folder, 'git')
  // Once: a script that is running must not be written over.
  if (existsSync(program)) return searchPath(folder)
  writeFileSync(program, SCRIPT.replaceAll('@GIT@', findGitProgram(process.env) ?? ''))
  chmodSync(program, 0o755)
  return searchPath(folder)
}

function searchPath(folder: string): string {
  return `${folder}${path.delimiter}${process.env.PATH}`
}

const SCRIPT = `#!/bin/sh
chance() { [ $(($(od -An -N1 -tu1 /dev/urandom) % 3)) -eq 0 ]; }
if [ -n "$FAULT_KILL" ]; then
  set -- "$FAULT_KILL" "$@"
  when=\${1% *}; number=\${1#* }; shift
  echo x >> "$FAULT_CALLS"
  calls=$(wc -l < "$FAULT_CALLS")
  if [ "$calls" -eq "$number" ] && [ "$when" = before ]; then kill -9 $PPID; exit 1; fi
  '@GIT@' "$@"
  code=$?
  if [ "$calls" -eq "$number" ]; then kill -9 $PPID; fi
  exit $code
fi
if [ "$1" = push ] && [ "$FAULT_PUSH" = some ]; then
  if chance; then echo "fatal: unable to access: The requested URL returned error: 503" >&2; exit 128; fi
  if chance; then '@GIT@' "$@" > /dev/null 2>&1; echo "fatal: the remote end hung up unexpectedly" >&2; exit 128; fi
fi
exec '@GIT@' "$@"
`

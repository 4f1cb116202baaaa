import type { ObservedEnvironment } from '@testwarden/core/model/evidence'
import type { ReadEnvironment } from '@testwarden/core/model/request'
import { clip } from '@testwarden/core/render/clip'

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,100}$/
/** What no name may hold that anybody is told the value of, in letters of any size. */
const SECRET = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE|KEY$/i
const VALUE_CHARACTERS_MAX = 500

/** What was asked for and is there. What may be a secret by its name is as if it were not there, and so is what is no name. */
export function readEnvironment({ names }: ReadEnvironment, env: NodeJS.ProcessEnv): ObservedEnvironment {
  const values = names.flatMap((name): [string, string][] => {
    const value = isReadable(name) && Object.hasOwn(env, name) ? env[name] : undefined
    return value === undefined ? [] : [[name, clip(value, VALUE_CHARACTERS_MAX)]]
  })
  return { kind: 'environment', values: Object.fromEntries(values) }
}

function isReadable(name: string): boolean {
  return NAME.test(name) && !SECRET.test(name)
}

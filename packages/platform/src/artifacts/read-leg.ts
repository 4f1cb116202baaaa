import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Leg } from '@testwarden/core/evidence-fold/leg'
import { decodeEvidenceFile } from '@testwarden/core/files/evidence-file'
import { ReportError } from '@testwarden/core/model/errors'
import type { AnyAction } from '../judge-gates.js'
import type { UnzippedFile } from './unzip.js'

const decompress = promisify(gunzip)

const EVIDENCE_NAME = /^(?:.*\/)?([a-z][a-z0-9-]{0,63})\.evidence\.v1\.json\.gz$/

/** Whether an entry of an archive is to be read at all. */
export function isEvidenceName(name: string): boolean {
  return EVIDENCE_NAME.test(name)
}

/**
 * One evidence file of another job, with facts that their own action has checked.
 * @param source the archive's name, for messages
 * @throws ReportError when it is not what a gate of this version wrote
 */
export async function readLeg(
  { name, content }: UnzippedFile,
  { source, definitions }: { readonly source: string; readonly definitions: readonly AnyAction[] },
): Promise<Leg> {
  const path = `${source}/${name}`
  const gate = EVIDENCE_NAME.exec(name)?.[1] ?? ''
  const definition = definitions.find((known) => known.gate === gate)
  if (definition === undefined)
    throw refusal(path, `is of the gate ${gate}, which this version does not know`, 'use the same version in both jobs')
  const text = await unpack(content, { path, maxBytes: definition.maxEvidenceBytes })
  const { schema: _schema, ...evidence } = decodeEvidenceFile(text, {
    path,
    action: definition.id,
    maxBytes: definition.maxEvidenceBytes,
  })
  const facts = parseFacts(definition, { facts: evidence.facts, path })
  const digest = createHash('sha256').update(text).digest('hex')
  return { source: path, digest, evidence: { ...evidence, facts } }
}

async function unpack(
  content: Buffer,
  { path, maxBytes }: { readonly path: string; readonly maxBytes: number },
): Promise<string> {
  try {
    const bytes = await decompress(content, { maxOutputLength: maxBytes })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const isTooLong = error instanceof RangeError
    const message = isTooLong ? `unpacks to more than ${maxBytes} bytes` : 'is damaged, or not compressed by gzip'
    throw refusal(path, message, 'pass the evidence file that a Testwarden step wrote, unchanged')
  }
}

function parseFacts(
  definition: AnyAction,
  { facts, path }: { readonly facts: unknown; readonly path: string },
): unknown {
  try {
    return definition.parseFacts(facts)
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
    throw refusal(path, error.message, error.remedy)
  }
}

function refusal(path: string, message: string, remedy: string): ReportError {
  return new ReportError(`${path} ${message}`, { path, line: null, remedy })
}

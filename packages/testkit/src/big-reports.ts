import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** How a big report is shaped; the same numbers give the same bytes. */
export interface BigReport {
  /** The file ends with the first source file that reaches so many bytes. */
  readonly bytes: number
  readonly linesPerFile: number
}

const LINES_PER_METHOD = 10
/** Every so many lines have a branch with two outcomes. */
const BRANCH_EVERY = 5

/** Cobertura XML as coverlet lays it out: each line under its method and again under its class. */
export async function writeBigCobertura(path: string, report: BigReport): Promise<void> {
  await writeParts(path, coberturaParts(report))
}

/** An LCOV tracefile with lines, branches and functions. */
export async function writeBigLcov(path: string, report: BigReport): Promise<void> {
  await writeParts(path, lcovParts(report))
}

/** JaCoCo XML as JaCoCo writes it, but a line for each element: methods with their counters, then lines. */
export async function writeBigJacoco(path: string, report: BigReport): Promise<void> {
  await writeParts(path, jacocoParts(report))
}

function* coberturaParts({ bytes, linesPerFile }: BigReport): Generator<string> {
  let written = 0
  yield '<?xml version="1.0" encoding="utf-8"?>\n<coverage line-rate="0.5" branch-rate="0.5" version="1.9" timestamp="1700000000">\n'
  yield '  <sources>\n    <source>/home/build/work</source>\n  </sources>\n  <packages>\n    <package name="big" line-rate="0.5" branch-rate="0.5" complexity="1">\n      <classes>\n'
  for (let file = 0; written < bytes; file++) {
    const part = coberturaClass(file, linesPerFile)
    written += part.length
    yield part
  }
  yield '      </classes>\n    </package>\n  </packages>\n</coverage>\n'
}

function coberturaClass(file: number, lines: number): string {
  const methods: string[] = []
  for (let first = 1; first <= lines; first += LINES_PER_METHOD) {
    const last = Math.min(first + LINES_PER_METHOD - 1, lines)
    methods.push(
      `            <method name="method_${first}" signature="(System.String)" line-rate="0.5" branch-rate="1" complexity="2">\n              <lines>\n${coberturaLines(first, last, '                ')}              </lines>\n            </method>\n`,
    )
  }
  return `        <class name="Big.Part${file % 97}.Class${file}" filename="${sourcePath(file, 'cs')}" line-rate="0.5" branch-rate="0.5" complexity="12">\n          <methods>\n${methods.join('')}          </methods>\n          <lines>\n${coberturaLines(1, lines, '            ')}          </lines>\n        </class>\n`
}

function coberturaLines(first: number, last: number, indent: string): string {
  let text = ''
  for (let line = first; line <= last; line++) {
    const isBranch = line % BRANCH_EVERY === 0
    const branch = isBranch ? 'branch="True" condition-coverage="50% (1/2)"' : 'branch="False"'
    text += `${indent}<line number="${line}" hits="${hitsOf(line)}" ${branch} />\n`
  }
  return text
}

function* jacocoParts({ bytes, linesPerFile }: BigReport): Generator<string> {
  let written = 0
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">\n<report name="big">\n'
  for (let file = 0; written < bytes; file++) {
    const part = jacocoPackage(file, linesPerFile)
    written += part.length
    yield part
  }
  yield '</report>\n'
}

function jacocoPackage(file: number, lines: number): string {
  const methods: string[] = []
  for (let line = 1; line <= lines; line += LINES_PER_METHOD) methods.push(jacocoMethod(line))
  let listed = ''
  for (let line = 1; line <= lines; line++) {
    const isCovered = hitsOf(line) > 0
    const branches = line % BRANCH_EVERY === 0 ? 'mb="1" cb="1"' : 'mb="0" cb="0"'
    listed += `<line nr="${line}" mi="${isCovered ? 0 : 4}" ci="${isCovered ? 4 : 0}" ${branches}/>\n`
  }
  const name = `Class${file}`
  return `<package name="big/part${file % 97}/p${file}">\n<class name="big/part${file % 97}/p${file}/${name}" sourcefilename="${name}.java">\n${methods.join('')}</class>\n<sourcefile name="${name}.java">\n${listed}</sourcefile>\n</package>\n`
}

function jacocoMethod(line: number): string {
  const covered = hitsOf(line) > 0 ? 1 : 0
  const counters = ['INSTRUCTION', 'LINE', 'COMPLEXITY', 'METHOD'].map(
    (type) => `<counter type="${type}" missed="${1 - covered}" covered="${covered}"/>\n`,
  )
  return `<method name="method${line}" desc="(Ljava/lang/String;I)V" line="${line}">\n${counters.join('')}</method>\n`
}

function* lcovParts({ bytes, linesPerFile }: BigReport): Generator<string> {
  let written = 0
  for (let file = 0; written < bytes; file++) {
    const part = lcovSection(file, linesPerFile)
    written += part.length
    yield part
  }
}

function lcovSection(file: number, lines: number): string {
  let text = `TN:\nSF:${sourcePath(file, 'ts')}\n`
  for (let line = 1; line <= lines; line += LINES_PER_METHOD)
    text += `FN:${line},method_${line}\nFNDA:${hitsOf(line)},method_${line}\n`
  for (let line = 1; line <= lines; line++) text += `DA:${line},${hitsOf(line)}\n`
  for (let line = BRANCH_EVERY; line <= lines; line += BRANCH_EVERY)
    text += `BRDA:${line},${line},0,${hitsOf(line)}\nBRDA:${line},${line},1,0\n`
  return `${text}end_of_record\n`
}

function sourcePath(file: number, extension: string): string {
  return `src/part-${file % 97}/folder-${file % 11}/file-${file}.${extension}`
}

function hitsOf(line: number): number {
  return line % 3 === 0 ? 0 : (line * 7919) % 1000
}

async function writeParts(path: string, parts: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path)
  for (const part of parts) if (!stream.write(part)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
}

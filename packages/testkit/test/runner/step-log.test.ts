import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { StepLog } from '../../src/runner/step-log.js'

function read(...lines: readonly string[]): StepLog {
  const log = new StepLog('/home/runner/work/example')
  for (const line of lines) log.read(line)
  return log
}

describe('annotations', () => {
  test('carry place and title, and the log shows the message', () => {
    const log = read('::warning file=src/a.ts,line=3,endLine=5,title=Not tested::three lines')
    expect(log.annotations).toEqual([
      {
        level: 'warning',
        message: 'three lines',
        title: 'Not tested',
        file: 'src/a.ts',
        line: 3,
        endLine: 5,
        column: null,
        endColumn: null,
      },
    ])
    expect(log.lines).toEqual(['##[warning]three lines'])
  })

  test('name files of the workspace relative to it and others as given', () => {
    const log = read('::error file=/home/runner/work/example/a/b.py::x', '::error file=/etc/passwd::x')
    expect(log.annotations.map(({ file }) => file)).toEqual(['a/b.py', '/etc/passwd'])
  })

  test('lose columns that span lines, and an end before its start', () => {
    const log = read(
      '::error line=1,endLine=2,col=3::x',
      '::error line=4,endLine=2::x',
      '::error endLine=7,endColumn=9::x',
      '::error line=4,col=9,endColumn=2::x',
      '::error col=9::x',
      '::error line=four::x',
    )
    expect(log.annotations.map(({ line, endLine, column, endColumn }) => [line, endLine, column, endColumn])).toEqual([
      [1, 2, null, null],
      [null, null, null, null],
      [7, 7, 9, 9],
      [4, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
    ])
  })

  test('are kept ten per level, the rest only logged', () => {
    const many = Array.from({ length: 12 }, (_, index) => `::error::${index}`)
    const log = read(...many, '::notice::one')
    expect(log.annotations).toHaveLength(11)
    expect(log.annotations.at(9)?.message).toBe('9')
    expect(log.annotationsDropped).toBe(2)
    expect(log.lines).toHaveLength(13)
  })

  test('are cut at 4,096 characters while the log is not', () => {
    const log = read(`::error::${'x'.repeat(5000)}`)
    expect(log.annotations[0]?.message).toHaveLength(4096)
    expect(log.lines[0]).toHaveLength(5000 + '##[error]'.length)
  })
})

describe('stop-commands', () => {
  test('makes everything ordinary output until its token comes', () => {
    const log = read('::stop-commands::t0ken', '::error::no', '##[set-output name=a]no', '::T0KEN::', '::error::yes')
    expect(log.annotations.map(({ message }) => message)).toEqual(['yes'])
    expect(log.outputs.size).toBe(0)
    expect(log.lines).toContain('::error::no')
  })

  test('is resumed by a token in the middle of a line only in the bracket form', () => {
    expect(read('::stop-commands::abc', 'x ::abc::', '::error::no').annotations).toEqual([])
    expect(read('::stop-commands::abc', 'x ##[abc]', '::error::yes').annotations).toHaveLength(1)
  })

  test('refuses a token that is a command or empty, and fails the step', () => {
    for (const token of ['', 'error', 'ADD-MASK', 'pause-logging']) {
      const log = read(`::stop-commands::${token}`, '::notice::still obeyed')
      expect(log.hasFailedCommand).toBe(true)
      expect(log.annotations.at(-1)?.message).toBe('still obeyed')
    }
  })
})

describe('masks', () => {
  test('hide a value from the moment it is added', () => {
    const log = read('secret', '::add-mask::secret', 'a secret b', '::error::secret')
    expect(log.lines).toEqual(['secret', 'a *** b', '##[error]***'])
    expect(log.annotations[0]?.message).toBe('***')
  })

  test('of several lines hide each line', () => {
    expect(read('::add-mask::one%0Atwo', 'got two').lines).toEqual(['got ***'])
  })

  test('that are empty are refused with a warning', () => {
    const log = read('::add-mask:: ', 'a b')
    expect(log.annotations[0]?.level).toBe('warning')
    expect(log.lines.at(-1)).toBe('a b')
  })

  test('leave nothing of a value in any text', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(short, { minLength: 1, maxLength: 3 }), fc.array(short), (secrets, words) => {
        const log = read(...secrets.map((secret) => `::add-mask::${secret}`), words.join(''))
        for (const secret of secrets) expect(log.lines.join('')).not.toContain(secret)
      }),
    )
  })
})

describe('other commands', () => {
  test('set-output and save-state on the streams are still honoured', () => {
    const log = read('::set-output name=verdict::pass', 'text ##[save-state name=s]1')
    expect(log.outputs.get('verdict')).toBe('pass')
    expect(log.state.get('s')).toBe('1')
  })

  test('set-output without a name, set-env and add-path fail the step', () => {
    for (const line of ['::set-output::x', '::set-env name=A::x', '::add-path::/x'])
      expect(read(line).hasFailedCommand).toBe(true)
  })

  test('echo repeats later commands in the log, but no masks', () => {
    const log = read(
      '::echo::on',
      '::set-output name=a::b',
      '::add-mask::hidden',
      '::echo::off',
      '::set-output name=a::c',
    )
    expect(log.lines).toEqual(['::set-output name=a::b', '::add-mask::***', '::echo::off'])
  })

  test('groups show in the log and debug does not', () => {
    expect(read('::group::Reports', '::debug::x', '::endgroup::').lines).toEqual(['##[group]Reports', '##[endgroup]'])
  })
})

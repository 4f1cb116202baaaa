import type { Direction } from '@testwarden/core/model/benchmark'
import type { SeenMetric, SeenSamples } from '../benchmark-builder.js'
import { NO_SUMMARY } from '../sample-summary.js'
import type { K6Metric } from './metric.js'

export interface MeasuredMetric {
  readonly seen: SeenMetric
  readonly samples: SeenSamples
}

/** Whatever a unit may say: more errors are no better, and more data is neither. */
const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['checks', 'higher'],
  ['http_reqs', 'higher'],
  ['iterations', 'higher'],
  ['dropped_iterations', 'lower'],
  ['http_req_failed', 'lower'],
])
/** How the machine-readable form calls what was `checks`, beside its opposite and its total. */
const RENAMED: ReadonlyMap<string, string> = new Map([['checks_succeeded', 'checks']])
/** Of the load that somebody chose, or known from another metric. */
const LEFT_OUT: ReadonlySet<string> = new Set(['vus', 'vus_max', 'checks_failed', 'checks_total'])
/** Trends of k6 itself that are times, where the report does not say what a trend contains. */
const TIMES =
  /^(?:http_req_(?:duration|blocked|connecting|tls_handshaking|sending|waiting|receiving)|iteration_duration|group_duration|grpc_req_duration|ws_connecting|ws_ping|ws_session_duration|browser_http_req_duration|browser_web_vital_(?:fcp|fid|inp|lcp|ttfb))$/
/** Of requests that use a connection again, as nearly all do, nothing of these is left to measure. */
const CONNECTING = /^http_req_(?:blocked|connecting|tls_handshaking)$/

/**
 * What a metric of k6 measured, in one value each: summaries list no samples.
 * @param durationS of the run; null: the report does not say
 * @returns null for what measures nothing
 */
export function measuredBy(metric: K6Metric, durationS: number | null): MeasuredMetric | null {
  const written = metric.name()
  const name = RENAMED.get(written) ?? written
  const base = name.replace(/\{.*$/s, '')
  if (LEFT_OUT.has(base)) return null
  switch (metric.type()) {
    case 'trend':
      return trend(metric, { name, base })
    case 'counter':
      return counter(metric, { name, base }, durationS)
    case 'rate':
      return rate(metric, { name, base })
    case 'gauge':
      return gauge(metric, name)
    case null:
      return null
  }
}

interface MetricName {
  readonly name: string
  /** Without tags. */
  readonly base: string
}

function trend(metric: K6Metric, { name, base }: MetricName): MeasuredMetric | null {
  const [mean, median] = [metric.value('avg'), metric.value('med')]
  if (CONNECTING.test(base) && (median ?? mean) === 0) return null
  const isTime = metric.contains() === 'time' || (metric.contains() === null && TIMES.test(base))
  return {
    seen: isTime
      ? { name, metric: 'time', unit: 'ms' }
      : { name, metric: 'value', unit: metric.contains() === 'data' ? 'B' : '' },
    samples: {
      processes: [],
      summary: { ...NO_SUMMARY, mean, median, min: metric.value('min'), max: metric.value('max') },
    },
  }
}

/** A count grows with the run, so what counts is how fast. */
function counter(metric: K6Metric, { name, base }: MetricName, durationS: number | null): MeasuredMetric | null {
  const count = metric.value('count')
  const perSecond = metric.value('rate') ?? (count === null || durationS === null ? null : count / durationS)
  if (perSecond === null) return null
  const unit = metric.contains() === 'data' || base.startsWith('data_') ? 'B/s' : '/s'
  return {
    seen: { name, metric: 'rate', unit, direction: DIRECTIONS.get(base) ?? 'unknown' },
    samples: { processes: [[perSecond]], summary: null },
  }
}

/** The share of those that are true, from 0 to 1. Of none there is no share, whatever the report says. */
function rate(metric: K6Metric, { name, base }: MetricName): MeasuredMetric | null {
  const mean = metric.value('rate') ?? metric.value('value')
  const passes = metric.value('passes')
  const count = metric.value('total') ?? (passes === null ? null : passes + (metric.value('fails') ?? 0))
  if (mean === null || count === 0) return null
  return {
    seen: { name, metric: 'share', unit: '', direction: DIRECTIONS.get(base) ?? 'unknown' },
    samples: { processes: [], summary: { ...NO_SUMMARY, count, mean } },
  }
}

/** The last value that was set. */
function gauge(metric: K6Metric, name: string): MeasuredMetric | null {
  const value = metric.value('value')
  if (value === null) return null
  const isTime = metric.contains() === 'time'
  return {
    seen: { name, metric: isTime ? 'time' : 'value', unit: isTime ? 'ms' : '' },
    samples: {
      processes: [[value]],
      summary: { ...NO_SUMMARY, min: metric.value('min'), max: metric.value('max') },
    },
  }
}

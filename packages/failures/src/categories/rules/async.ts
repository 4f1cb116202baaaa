import type { CategoryRule } from '../category.js'

/** Coroutines, promises, event loops. */
export const asynchrony: CategoryRule = {
  id: 'async',
  title: 'Asynchronous code',
  priority: 'high',
  minutes: 60,
  origin: 'code',
  advice:
    'Await every coroutine and promise, end what runs in the background before the test ends, and use one event loop for all fixtures of a test.',
  patterns: [
    'was never awaited',
    'never awaited',
    'event loop is closed',
    'no running event loop',
    'no current event loop',
    'event loop is already running',
    'cannot be called from a running event loop',
    'task was destroyed but it is pending',
    'attached to a different loop',
    'bound to a different event loop',
    'different event loop',
    'Cannot log after tests are done',
    'done() called multiple times',
    'done() invoked with non-Error',
    'Unhandled promise rejection',
    'unhandledRejection',
    'asynchronous activity after the test ended',
    'all goroutines are asleep',
    'UncompletedCoroutinesError',
    'Module with the Main dispatcher',
  ],
  examples: [
    "RuntimeWarning: coroutine 'fetch' was never awaited",
    'RuntimeError: Event loop is closed',
    'Task was destroyed but it is pending!',
    "RuntimeError: Task <Task pending name='Task-5'> got Future <Future pending> attached to a different loop",
    'Cannot log after tests are done. Did you forget to wait for something async in your test?',
    'fatal error: all goroutines are asleep - deadlock!',
  ],
  counterexamples: [
    'AssertionError: the guest was never invited',
    'expected a pending task to be listed',
    'the loop is closed by the curve',
  ],
}

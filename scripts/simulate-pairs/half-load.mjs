// Wants a core half of the time, in turns of 10 ms, until its parent is gone.
const TURN_MS = 10
const parent = process.ppid

function turn() {
  const end = performance.now() + TURN_MS
  while (performance.now() < end);
  if (process.ppid === parent) setTimeout(turn, TURN_MS)
}

turn()

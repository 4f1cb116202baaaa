export interface FreezeQuestion {
  /** Critical ones that are open. */
  readonly incidents: readonly unknown[]
  /** Of the pull request, or of the one that a merge group is named after; none known where nobody could ask. */
  readonly labels: readonly string[]
  /** Lets the fix through. */
  readonly overrideLabel: string
}

/** `open`: nothing stops it; `stopped`: by these incidents; `let-through`: it would be, and bears the label. */
export interface FreezeJudgement {
  readonly state: 'open' | 'stopped' | 'let-through'
}

/** Whether a change may be merged while the default branch is broken. */
export function judgeFreeze({ incidents, labels, overrideLabel }: FreezeQuestion): FreezeJudgement {
  if (incidents.length === 0) return { state: 'open' }
  const isFix = labels.some((label) => label.toLowerCase() === overrideLabel.toLowerCase())
  return { state: isFix ? 'let-through' : 'stopped' }
}

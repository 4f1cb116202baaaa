/**
 * Entropy in bits of the outcomes at one version: 0 when all agree, 1 when half of the attempts failed. E = -p log2 p -
 * (1 - p) log2(1 - p) (Memon and others, "Modeling and ranking flaky tests at Apple", ICSE-SEIP 2020).
 */
export function outcomeEntropy({ failed, passed }: { readonly failed: number; readonly passed: number }): number {
  const all = failed + passed
  return all === 0 ? 0 : bits(failed / all) + bits(passed / all)
}

function bits(share: number): number {
  return share === 0 ? 0 : -share * Math.log2(share)
}

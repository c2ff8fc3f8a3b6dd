/** Percentiles, and tables of them. */

export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

export const median = (values) => percentile(values, 0.5)

export function table(head, lines) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  console.log(`\n${line(head)}\n${line(head.map(() => '---'))}`)
  for (const cells of lines) console.log(line(cells))
}

const units = [
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
  ['byte', 1],
] as const

/** "1.2 MB", "340 kB". */
export function sizeText(bytes: number, locale: string): string {
  const [unit, length] = units.find(([, length]) => bytes >= length) ?? units[2]
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  })
  return format.format(bytes / length)
}

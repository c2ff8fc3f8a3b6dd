/** The organization that the sandbox shows: Harbourline, which sells planning software to harbours, hauliers and the like. */
export const organizationName = 'Harbourline'
export const domain = 'harbourline.example'

/** A person of the organization; `left` is how many days before the end of the data an inactive one went. */
export interface User {
  readonly first: string
  readonly last: string
  readonly role: 'rep' | 'success' | 'manager' | 'support'
  /** Hours from UTC of the place of work. */
  readonly zone: number
  readonly timezone: string
  readonly left: number | null
}

const offices = {
  bristol: { zone: 0, timezone: 'Europe/London' },
  boston: { zone: -5, timezone: 'America/New_York' },
  berlin: { zone: 1, timezone: 'Europe/Berlin' },
  chennai: { zone: 5.5, timezone: 'Asia/Kolkata' },
} as const

type Entry = [first: string, last: string, role: User['role'], office: keyof typeof offices, left?: number]

const entries: readonly Entry[] = [
  ['Ines', 'Okafor', 'manager', 'bristol'],
  ['Ana', 'Quist', 'rep', 'berlin'],
  ['Ben', 'Hartley', 'rep', 'bristol'],
  ['Sofía', 'Marín', 'rep', 'boston'],
  ['Dominic', 'Achterberg', 'rep', 'berlin'],
  ['Keiko', 'Lund', 'rep', 'boston'],
  ['Theo', 'Marchetti', 'rep', 'boston'],
  ['Ruth', 'Adebayo', 'rep', 'bristol'],
  ['Jonas', 'Wägner', 'rep', 'berlin'],
  ['Clara', 'Benítez', 'rep', 'boston'],
  ['Idris', 'Kane', 'rep', 'bristol'],
  ['Mei', 'Larsson', 'rep', 'berlin'],
  ['Patrick', 'O’Rourke', 'rep', 'boston'],
  ['Nadia', 'Szymańska', 'rep', 'berlin'],
  ['Felix', 'Grant', 'rep', 'boston'],
  ['Amara', 'Diallo', 'rep', 'bristol'],
  ['Oscar', 'Vidal', 'rep', 'boston'],
  ['Leila', 'Farouk', 'rep', 'berlin'],
  ['Hugo', 'Brenner', 'rep', 'berlin'],
  ['Ivy', 'Chen', 'rep', 'boston'],
  ['Samuel', 'Pryce', 'rep', 'bristol'],
  ['Greta', 'Olofsson', 'success', 'berlin'],
  ['Tunde', 'Bakare', 'success', 'bristol'],
  ['Mira', 'Stein', 'success', 'berlin'],
  ['Caleb', 'Winters', 'success', 'boston'],
  ['Yara', 'Haddad', 'success', 'boston'],
  ['Anjali', 'Rao', 'success', 'chennai'],
  ['Martin', 'Fjeld', 'manager', 'berlin'],
  ['Dana', 'Whitlock', 'manager', 'boston'],
  ['Rosa', 'Petrakis', 'manager', 'bristol'],
  ['Vikram', 'Nair', 'support', 'chennai'],
  ['Deepa', 'Sundaram', 'support', 'chennai'],
  ['Lewis', 'Cobb', 'support', 'bristol'],
  ['Élise', 'Garnier', 'support', 'berlin'],
  ['Morgan', 'Tate', 'rep', 'boston', 41],
  ['Petra', 'Novak', 'rep', 'berlin', 128],
  ['Aaron', 'Blythe', 'rep', 'bristol', 203],
  ['Lucia', 'Ferri', 'success', 'berlin', 266],
  ['Gavin', 'Stroud', 'rep', 'boston', 390],
  ['Hanna', 'Virtanen', 'rep', 'berlin', 511],
]

export const users: readonly User[] = entries.map(([first, last, role, office, left]) => ({
  first,
  last,
  role,
  ...offices[office],
  left: left ?? null,
}))

export const activeUsers = users.filter((u) => u.left === null).length

/** Numbers of the users who may own a lead. */
export const owners: readonly number[] = users.flatMap((u, i) => (u.role === 'rep' || u.role === 'success' ? [i] : []))

export function fullName(user: User): string {
  return `${user.first} ${user.last}`
}

export function emailOf(user: User): string {
  return `${plain(user.first)}.${plain(user.last)}@${domain}`
}

/** Letters that no accent can be taken from. */
const spelledOut: Readonly<Record<string, string>> = {
  ø: 'oe',
  æ: 'ae',
  å: 'aa',
  ß: 'ss',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ł: 'l',
  đ: 'd',
}

/** A name's letters as an address may hold them. */
export function plain(name: string): string {
  const spelled = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[øæåßäöüłđ]/g, (letter) => spelledOut[letter] ?? letter)
  return spelled.normalize('NFD').replaceAll(/[^a-z]/g, '')
}

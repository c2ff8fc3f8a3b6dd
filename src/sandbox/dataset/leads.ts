import { mix, type Random, randomOf } from '#sandbox/random.ts'
import { DAY, HOUR, type Micros, MINUTE, SECOND } from '#sandbox/time.ts'
import { companyFirsts, companySeconds, notableCompanies, regionNames, regions } from './company-pools.ts'
import { owners, plain } from './organization.ts'
import type { Region } from './people-pools.ts'
import { leadStatuses } from './settings.ts'

/** Places reserved for a lead's contacts; a contact's number is its lead's × this + its place. */
export const CONTACT_STRIDE = 8

export interface Lead {
  readonly name: string
  readonly domain: string
  readonly region: Region
  readonly city: string
  readonly owner: number
  readonly contacts: number
  readonly created: Micros
  readonly status: number
  /** The number of the import that brought the lead; 0 for none. */
  readonly imported: number
}

/** The lead with by far the most activities. */
export const LARGE_LEAD = 0

const SALT = 11

/** The organization's leads; the first is the large one, the next ones have names of their own. */
export function createLeads(seed: number, count: number, end: Micros): readonly Lead[] {
  return Array.from({ length: count }, (_, index) => createLead(seed, index, count, end))
}

function createLead(seed: number, index: number, count: number, end: Micros): Lead {
  const random = randomOf(seed, SALT, index)
  const notable = index === LARGE_LEAD ? undefined : notableCompanies[index - 1]
  const name = index === LARGE_LEAD ? 'Brightfold Shipping' : (notable?.name ?? companyName(seed, index))
  const region = notable?.region ?? (index === LARGE_LEAD ? 'uk' : pickRegion(random))
  const imported = importOf(index, count)
  const tenure = index === LARGE_LEAD ? 800 : random.below(1100)
  return {
    name,
    domain: `${notable?.domain ?? slug(name)}.example`,
    region,
    city: random.pick(regions[region].cities),
    owner: owners[random.below(owners.length)] ?? 1,
    contacts: index === LARGE_LEAD ? 7 : 1 + Math.floor(4 * random.unit() ** 1.6),
    created: imported > 0 ? importMoment(imported, end) : end - (tenure + 1) * DAY + createdWithin(random),
    status: index < count / 40 ? 3 : pickStatus(random),
    imported,
  }
}

// In the working day of somebody between Chennai and Boston.
function createdWithin(random: Random): Micros {
  return 7 * HOUR + random.below(12 * 3600) * SECOND + random.below(1_000_000)
}

/** The last leads came by three imports, the first of which brought 250. */
function importOf(index: number, count: number): number {
  const fromEnd = count - 1 - index
  const sizes = [
    Math.min(250, Math.floor(count / 6)),
    Math.min(40, Math.floor(count / 20)),
    Math.min(12, Math.floor(count / 30)),
  ]
  let before = 0
  return sizes.findIndex((size) => fromEnd < (before += size)) + 1
}

/** When an import brought its leads: one timestamp for all, to the microsecond. */
export function importMoment(imported: number, end: Micros): Micros {
  return (
    Math.floor((end - (520 - imported * 130) * DAY) / DAY) * DAY +
    9 * HOUR +
    imported * 13 * MINUTE +
    4 * SECOND +
    915_204
  )
}

// A walk through all combinations with a step that shares no factor with their number meets each once.
function companyName(seed: number, index: number): string {
  const combinations = companyFirsts.length * companySeconds.length
  const combination = ((index + (mix(seed, SALT) % combinations)) * 1789) % combinations
  const first = companyFirsts[combination % companyFirsts.length] ?? ''
  const second = companySeconds[Math.floor(combination / companyFirsts.length)] ?? ''
  const branch = Math.floor(index / combinations)
  return branch === 0 ? `${first} ${second}` : `${first} ${second} ${branch + 1}`
}

function pickRegion(random: Random): Region {
  let left = random.below(regionNames.reduce((sum, name) => sum + regions[name].weight, 0))
  return regionNames.find((name) => (left -= regions[name].weight) < 0) ?? 'us'
}

function pickStatus(random: Random): number {
  const at = random.unit()
  const shares = [0.3, 0.52, 0.66, 0.82, 0.89, 0.97, 1]
  return Math.min(
    shares.findIndex((share) => at < share),
    leadStatuses.length - 1,
  )
}

function slug(name: string): string {
  return name
    .split(/[^\p{L}]+/u)
    .map(plain)
    .filter(Boolean)
    .join('-')
}

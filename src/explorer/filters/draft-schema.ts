/** What makes a draft applicable. */
import * as z from 'zod/mini'
import { maxLimit } from '#core/query/activity-query.ts'
import { parseDateText } from '#core/query/dates.ts'
import { wordsOf } from './draft.ts'
import { periods } from './period.ts'

const onlyIds = (prefix: string) => (text: string) =>
  wordsOf(text).every((word) => new RegExp(`^${prefix}_\\w+$`).test(word))

// Typing the digits of a year passes through years long gone.
const day = z
  .string()
  .check(
    z.refine(
      (text) => text === '' || parseDateText(text) !== null,
      'Give a whole date, with a year from 1900 to 2199.',
    ),
  )

export const draftSchema = z
  .object({
    period: z.enum(periods.map(({ value }) => value)),
    from: day,
    to: day,
    ids: z.string().check(z.refine(onlyIds('acti'), 'Activity ids look like acti_…, separated by commas.')),
    organizationId: z
      .string()
      .check(
        z.refine((text) => onlyIds('orga')(text) && wordsOf(text).length <= 1, 'An organization id looks like orga_….'),
      ),
    fields: z
      .string()
      .check(
        z.refine(
          (text) => wordsOf(text).every((word) => /^[\w.]+$/.test(word)),
          'Field names have letters, digits, dots and _.',
        ),
      ),
    limit: z.string().check(
      z.refine((text) => /^\s*\d*\s*$/.test(text), 'Give a whole number.'),
      z.refine((text) => text.trim() === '' || inRange(Number(text)), `Give a number from 1 to ${maxLimit}.`),
    ),
  })
  .check(
    z.refine(({ from, to }) => from === '' || to === '' || from <= to, {
      error: 'To is earlier than From.',
      path: ['to'],
    }),
  )

function inRange(limit: number): boolean {
  return limit >= 1 && limit <= maxLimit
}

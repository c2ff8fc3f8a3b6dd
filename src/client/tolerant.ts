/** Schemas that take an odd value for an absent one: a name of the wrong kind must not hide the thing that has it. */
import * as z from 'zod/mini'

/* oxlint-disable promise/valid-params -- `z.catch` is not a promise's */

export const text = z.catch(z.string(), '')

export const optionalText = z.catch(z.nullable(z.string()), null)

export const flag = z.catch(z.boolean(), false)

export const list = z.catch(z.array(z.unknown()), [])

/** Checks an answer against a schema. */
import * as z from 'zod/mini'
import { CloseError } from './errors.ts'

/** The value as the schema gives it; throws kind `misread`, naming the first field that is not as expected. */
export function read<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const place = result.error.issues[0]?.path.slice(0, 4).join('.')
  const what = place
    ? `its part "${place}" is missing or of another kind than expected`
    : 'it is of another kind than expected'
  throw new CloseError('misread', { message: `The answer from Close could not be read: ${what}.` })
}

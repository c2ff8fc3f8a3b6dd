/** What the `variant` of a row says, for the kinds that use it. */

/** Calls, emails, SMS and WhatsApp messages: it came from outside. */
export const INCOMING = 1

/** Calls: made elsewhere and logged later. */
export const EXTERNAL = 2

/** Calls: rang and was not answered by anybody. */
export const MISSED = 4

/** Emails: what they are when they are not sent or received. */
export const DRAFT = 2
export const SCHEDULED = 4
export const FAILED = 6
export const EMAIL_STATUS_BITS = 6

/** Notes: 16 + a number in the list of odd texts; 8: brought over from an older system. */
export const IMPORTED_NOTE = 8
export const ODD_TEXT = 16

/** Custom activities: not published. */
export const UNPUBLISHED = 1

/** Where numbers begin within one prefix, when the prefix serves several kinds of things. */
export const LEAD_STATUS_IDS = 0
export const OPPORTUNITY_STATUS_IDS = 100

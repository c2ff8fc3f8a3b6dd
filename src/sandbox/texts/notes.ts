import type { NonEmptyTexts } from '#sandbox/dataset/people-pools.ts'

/** What is jotted down after a call. */
export const callNotes: NonEmptyTexts = [
  'Spoke to {contact}. Interested, but budget opens in {month}.',
  'Wants the annual price for {n} planners.',
  'Left a message with the front desk, try {day} after {time}.',
  'They plan {place} in a spreadsheet, {n} rows a day. Good fit.',
  'Not the right person; {contact} gave me a name in operations.',
  'Asked whether we read AIS data. Yes. Sent the one-pager.',
  'Renewal is fine, wants two more seats from {month}.',
  'Happy with support. Mentioned slow maps on {place}.',
  'Demo agreed for {day} {time}.',
  'Bad line. Will call back.',
  'Their contract with Portwise ends in {month}.',
  'Price is too high against QuayPlan; asked for a two-year offer.',
  'Needs a security questionnaire before the trial.',
  '{contact} is on leave until {day}.',
  'Trial: {n} users have logged in, {place} not set up yet.',
  'Went through the quote line by line. {money} a year is within reach.',
]

/** Notes on a lead. */
export const leadNotes: NonEmptyTexts = [
  '{contact} decides, the CFO signs anything above {money}.',
  'Two sites: {place} and the office. Only the first is in scope for now.',
  'Current tool is a shared spreadsheet with {n} tabs. It breaks at every month end.',
  'Met at the fair. Card says operations; in truth runs dispatch for the whole region.',
  'Integration with their ERP is a must. {colleague} to check the export format.',
  'Champion: {contact}. Sceptic: IT. Bring the security sheet on {day}.',
  'Wants references from a company of the same size. Suggested two.',
  'Plan agreed:\n1. Data import by {day}\n2. Training for {n} planners\n3. Go live in {month}',
  'Contract review with legal. Two open points: liability cap and data location.',
  'They lost {n} hours a week to double bookings at {place}.',
  'Invoice address changed, see the email of {day}.',
  'Escalation closed. Root cause was a duplicate vehicle number.',
  'Board meets in {month}. Proposal has to be there a week before.',
  'Handover from {colleague}: good relationship, slow answers, prefers the telephone.',
  'Usage down by {n} % since the reorganization. Call {contact}.',
  'Asked for a discount for paying a year ahead. Offered 8 %.',
  'Warehouse staff speak Polish and Portuguese; ask about translated help pages.',
  'Competitor in the deal: DockHand. They like our planning board better.',
]

export const noteTitles: NonEmptyTexts = [
  'Decision process',
  'Current tools',
  'Onboarding plan',
  'Risks',
  'Handover',
  'Pricing',
  'Kick-off notes',
]

export const tasks: NonEmptyTexts = [
  'Send the quote',
  'Call {contact} back',
  'Prepare the demo for {company}',
  'Check the import file',
  'Ask {colleague} about the ERP connector',
  'Follow up on the contract',
  'Send references',
  'Book the onboarding call',
  'Update the renewal forecast',
  'Send the security questionnaire',
  'Invoice for {n} more seats',
]

export const meetingTitles: NonEmptyTexts = [
  'Harbourline demo for {company}',
  'Discovery: {company}',
  'Kick-off {company}',
  'Quarterly review',
  'Pricing with {contact}',
  'Onboarding, session {n}',
  'Check-in with {contact}',
  'Contract walk-through',
  'Planning board training',
  'Technical questions: ERP connector',
]

export const meetingSummaries: NonEmptyTexts = [
  'The team showed how they plan {place} today. Main pain: changes after {time} reach drivers late. Next step: trial with {n} users from {day}.',
  'Reviewed usage: {n} planners active, {place} still planned outside. Agreed on a training session in {month}.',
  'Commercial terms discussed. {company} asks for {money} a year with a three-year term; answer by {day}.',
]

export const shortMessagesOut: NonEmptyTexts = [
  'Hi {contact}, running five minutes late for our call',
  'Quote is in your inbox. Questions? Just reply here',
  'Does {day} {time} work for the demo?',
  'The import is done, {n} vehicles are in',
  'Thanks for your time today! Summary follows by email',
  'Tried to call you about the contract, when is a good time?',
  'Here is the link again: https://harbourline.example/trial',
  'All set for {day}. See you at {place}',
]

export const shortMessagesIn: NonEmptyTexts = [
  'In a meeting, call you after {time}',
  '{day} works',
  'Got it, thanks',
  'Can you add two more users please',
  'Which gate should your colleague use?',
  'Sorry, wrong number',
  'Yes 👍',
  'Still waiting for our legal team',
  'The app shows {n} trucks at {place}, is that right?',
  'Please send it to {contact} as well',
  'STOP',
]

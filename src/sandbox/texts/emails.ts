import type { NonEmptyTexts } from '#sandbox/dataset/people-pools.ts'

/** A conversation's subject, how we open it, and what either side says in it. */
export interface Topic {
  readonly subject: string
  readonly opening: NonEmptyTexts
  readonly ours: NonEmptyTexts
  readonly theirs: NonEmptyTexts
}

export const topics: readonly [Topic, ...Topic[]] = [
  {
    subject: 'Quote for {n} planners',
    opening: [
      'As discussed, the quote for {n} planners is attached. It comes to {money} a year, onboarding included.',
      'Thank you for the call. I have put the numbers together: {n} planners, one year, {money} in total.',
    ],
    ours: [
      'Yes, seats can be added at any time at the same price.',
      'I can hold the price until the end of {month}.',
      'The onboarding covers {n} hours with a person, not a video.',
      'For two years I can come down to {money}.',
    ],
    theirs: [
      'Is the price per user or per site?',
      'Our finance team asks whether you can invoice quarterly.',
      'We would start with {place} only. Does that change the price?',
      'Could you split the quote by site?',
      'Looks reasonable. I need to show it to {contact} first.',
    ],
  },
  {
    subject: 'Demo of the planning board',
    opening: [
      'Would {day} at {time} suit you for a look at the planning board? Half an hour is enough.',
      'You asked how other terminals plan late changes. I would like to show you, with your own data if you send me a sheet.',
    ],
    ours: [
      'Invitation sent. I will bring {colleague}, who knows the connectors.',
      'Here is the recording of the demo. The part about {place} begins at minute {n}.',
      'I have set up a test account with {n} of your vehicles.',
    ],
    theirs: [
      '{day} is difficult, could we do {time} on {day}?',
      'Can {n} people join from different sites?',
      'The team liked it. The night shift has doubts.',
      'Please show the driver app as well.',
    ],
  },
  {
    subject: 'Trial: where do we stand?',
    opening: [
      'Your trial has been running for {n} days. I see most bookings at {place}; what is missing for the rest?',
      'Two weeks in: {n} people have planned something. Shall we look at it together on {day}?',
    ],
    ours: [
      'The time zone of {place} was wrong, it is fixed now.',
      'I extended the trial until {day}.',
      'Attached is the list of the vehicles that could not be imported, {n} in all.',
    ],
    theirs: [
      'The import skipped {n} vehicles.',
      'Drivers ask for larger buttons.',
      'We need an export for our accountant before we can decide.',
      'Honestly it replaced our morning call already.',
      'Could you extend it by a week? {contact} was ill.',
    ],
  },
  {
    subject: 'Contract for {company}',
    opening: [
      'Please find the contract attached. The two points from our call are on page 4.',
      'Legal is done on our side. If everything is right, a signature by {day} would let us start in {month}.',
    ],
    ours: [
      'The data stays in the EU; I have added the annex.',
      'We can accept the liability clause as you wrote it.',
      'Countersigned copy attached. Welcome aboard!',
    ],
    theirs: [
      'Our lawyer has marked {n} places.',
      'The company name must read “{company}”, please correct it.',
      'Signed. When do we start?',
      'We cannot accept automatic renewal.',
      'Who signs on your side?',
    ],
  },
  {
    subject: 'Renewal in {month}',
    opening: [
      'Your subscription renews in {month}. Usage is up by {n} %, so I would like to talk about the right plan.',
      'A year has passed. Before the renewal I would like to hear what worked and what did not.',
    ],
    ours: [
      'I checked: {n} seats were not used in the last quarter. We can take them out.',
      'The price stays the same for the coming year.',
      'Thank you for staying with us.',
    ],
    theirs: [
      'We will have {n} people fewer from {month}.',
      'Please renew as is.',
      'We are comparing offers, nothing personal.',
      'Could we move to monthly payment?',
    ],
  },
  {
    subject: 'ERP connector',
    opening: [
      '{colleague} has looked at your export: the format is fine, only the customer number is missing.',
      'To connect your ERP we need a read-only user and the name of the export folder.',
    ],
    ours: [
      'The connector runs every {n} minutes now.',
      'The error came from an empty column, the next run will pass.',
      'Documentation: https://harbourline.example/docs/connector',
    ],
    theirs: [
      'IT asks for the addresses your servers connect from.',
      'Since {day} no orders have come through.',
      'Can it also write back?',
      'Works, thank you. {contact} is impressed.',
    ],
  },
  {
    subject: 'Invoice question',
    opening: [
      'Attached is the invoice for the period from {month}. Please note the new bank details.',
      'A friendly reminder: the invoice over {money} was due last {day}.',
    ],
    ours: [
      'A corrected invoice is attached.',
      'I have forwarded this to our accounts team, you will hear from them by {day}.',
    ],
    theirs: [
      'The purchase order number is missing.',
      'We paid on {day}, please check.',
      'Why are there {n} seats on it? We have fewer.',
      'Please send it to the address of our head office.',
    ],
  },
  {
    subject: 'Introduction: Harbourline',
    opening: [
      'I noticed that {company} runs more than one site. Companies like yours tell us that late changes cost them {n} hours a week. Is that so for you?',
      'We help operations teams see on one board what happens at {place} and everywhere else. Worth fifteen minutes?',
    ],
    ours: [
      'Only a short follow-up: is this something for you or for a colleague?',
      'I will not write again after this one. If planning becomes a topic, here I am.',
    ],
    theirs: [
      'Not at the moment, please try again in {month}.',
      'Please talk to {contact}, who runs planning.',
      'How did you get my address?',
      'Funny timing, we were just talking about this.',
      'We built our own tool.',
    ],
  },
]

/** What customers also write, whatever the conversation is about. */
export const anyTheirs: NonEmptyTexts = [
  'Quick question: can drivers see the plan for {day} already?',
  'We had visitors from the head office, so this had to wait.',
  'Please send everything to {contact} as well from now on.',
  'The sheet you sent has {n} rows, ours has more. Which one is right?',
  'Could somebody call the team at {place}? They have a question about their login.',
  'That works for us.',
  'I have spoken to my colleagues: they would like to see it again with our own data.',
  'There was a strike at the port, we are all over the place this week.',
  'Who do we call at weekends?',
  'Our auditors ask where the backups are kept.',
  'The numbers are in: {n} bookings on {day}, not one of them twice.',
  'Can we have the training in two halves? Not everybody can leave the desk.',
  'I will be away until {month}. {contact} takes over.',
  'Is there a way to print the board? Old habits.',
  'Attached is the list of our sites, {n} of them.',
  'Nothing new from our side, the decision is with the board.',
  'You were right about {place}, it was a wrong setting at our end.',
]

/** What we also write. */
export const anyOurs: NonEmptyTexts = [
  'I have checked with {colleague}: it is possible from {month}.',
  'Here is a short summary of our call, please correct me where I am wrong.',
  'The team has fixed it last night. Could you try again?',
  'I have moved our meeting to {day}, {time}.',
  'Attached is the plan for the first {n} days.',
  'You can print the board with the button at the top right.',
  'At weekends the support line answers from {time}.',
  'The backups are kept in Frankfurt and in Dublin.',
  'I have added {n} test users, the passwords come in a separate message.',
  'Have you had the time to look at it?',
  'A customer of about your size went live at {place} in {month}; I can put you in touch.',
  'Of course, two halves are fine. I suggest {day} and the day after.',
  'Thank you, I have added the sites to the import.',
  'Understood. I will ask again in {month}.',
  'Good news: the connector is ready for your test.',
  'Could you send me the name of the person who signs?',
  'I look forward to {day}.',
  'The offer is valid for another {n} days.',
]

/** Sentences that fit anywhere, so that no two messages of a long conversation are the same. */
export const fillers: NonEmptyTexts = [
  'Let me know if anything is unclear.',
  'I have copied {colleague}.',
  'We can also talk on {day} around {time}.',
  'The numbers for {place} are from last week.',
  'Sorry for the slow answer.',
  'By the way, the new map is live since {day}.',
  'I have attached the updated sheet.',
  'Thank you for the quick reply.',
  'We counted again: it is {n}, not {n}.',
  'Could you confirm by {day}?',
]

export const closings: NonEmptyTexts = ['Best regards', 'Kind regards', 'Many thanks', 'Best', 'Cheers', 'Thanks again']
export const greetings: NonEmptyTexts = [
  'Hello {contact},',
  'Hi {contact},',
  'Dear {contact},',
  '{contact},',
  'Good morning {contact},',
]

/** Greetings and closings of some who do not write in English. */
export const foreignGreetings: Readonly<Record<string, readonly [greeting: string, closing: string]>> = {
  france: ['Bonjour,', 'Bien cordialement'],
  germany: ['Guten Tag,', 'Mit freundlichen Grüßen'],
  iberia: ['Buenos días:', 'Un saludo'],
  japan: ['お世話になっております。', 'よろしくお願いいたします'],
  arabia: ['السلام عليكم،', 'مع أطيب التحيات'],
  israel: ['שלום,', 'בברכה'],
}

import type { WireActivity } from '#core/close/wire.ts'
import { type Fact, fact, facts, link, recordOf, reference, text, textValue, wholeText } from './fact.ts'

/** Where a form was filled in. */
export function formFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Form', reference('other', wire, 'form_id', 'form_name')),
    fact('Page', link(wire['source_url'])),
    fact('Site', text(wire, 'origin')),
    fact('IP address', text(wire, 'ip_address')),
  )
}

/** Questions and answers in the form's order; an empty answer says so. Without names, the fields' ids are the questions. */
export function answersOf(wire: WireActivity): readonly Fact[] {
  const answers = recordOf(wire, 'values_by_name') ?? recordOf(wire, 'values') ?? {}
  return Object.entries(answers).map(([question, answer]) => ({ label: question, value: answerOf(answer) }))
}

function answerOf(answer: unknown) {
  const words = Array.isArray(answer)
    ? answer
        .map(wholeText)
        .filter((item) => item !== null)
        .join(', ')
    : wholeText(answer)
  return textValue(words) ?? ({ kind: 'text', text: 'No answer' } as const)
}

/** Types of which there is little to say. */
import type { WireActivity } from '#core/close/wire.ts'
import { directionText } from '#core/activity/wording.ts'
import { source } from './call.ts'
import { cost, type Fact, fact, facts, flag, instant, link, phone, reference, text, textValue, word } from './fact.ts'

export function noteFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Pinned', flag(wire, 'pinned', 'Yes')),
    fact('Pinned at', instant(wire, 'pinned_at')),
    fact('Source', source(wire)),
  )
}

/** An SMS or a WhatsApp message: from which number to which, and whether it arrived. */
export function messageFacts(wire: WireActivity): readonly Fact[] {
  const isIncoming = wire['direction'] === 'inbound' || wire['direction'] === 'incoming'
  return facts(
    fact('Direction', word(wire, 'direction', directionText)),
    fact(isIncoming ? 'From' : 'To', phone(wire, 'remote_phone')),
    fact(isIncoming ? 'To' : 'From', phone(wire, 'local_phone')),
    fact('Status', word(wire, 'status')),
    fact('Error', text(wire, 'error_message')),
    fact('Sent', instant(wire, 'date_sent')),
    fact('Scheduled for', instant(wire, 'date_scheduled')),
    fact('Cost', cost(wire, 'cost')),
    fact('Source', source(wire)),
    fact('Answers', reference('activity', wire, 'response_to_id')),
    fact('Integration', link(wire['integration_link'], integrationName(wire)) ?? text(wire, 'integration_name')),
    fact('Template', reference('other', wire, 'template_id')),
    fact('Sequence', reference('other', wire, 'sequence_id', 'sequence_name')),
    fact('Written by an agent', text(wire, 'agent_action_reason')),
  )
}

function integrationName(wire: WireActivity): string | undefined {
  const name = wire['integration_name']
  return typeof name === 'string' && name !== '' ? name : undefined
}

export function createdFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Source', source(wire)),
    fact('Import', reference('other', wire, 'import_id')),
    fact('Created by', reference('user', wire, 'created_by', 'created_by_name')),
  )
}

export function taskFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Assigned to', reference('user', wire, 'task_assigned_to', 'task_assigned_to_name')),
    fact('Completed by', reference('user', wire, 'user_id', 'user_name')),
    fact('Sequence', reference('other', wire, 'sequence_id', 'sequence_name')),
    fact('Task', reference('other', wire, 'task_id')),
  )
}

export function mergeFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Merged lead', reference('lead', wire, 'source_lead_id', 'source_display_name')),
    fact('Into', reference('lead', wire, 'destination_lead_id', 'destination_display_name')),
    fact('Status', word(wire, 'merge_status')),
    fact('Error', text(wire, 'error_message')),
  )
}

export function importFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Import', reference('other', wire, 'import_id')),
    fact('State', textValue(wire['reverted'] === true ? 'Reverted' : 'In effect')),
  )
}

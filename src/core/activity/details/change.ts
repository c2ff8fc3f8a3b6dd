/** Status changes: from what to what, and the opportunity that is about. */
import type { WireActivity } from '#core/close/wire.ts'
import { idOf, lineOf, numberOf } from '#core/activity/read.ts'
import { sentenceCase } from '#core/activity/wording.ts'
import {
  type Fact,
  type FactValue,
  fact,
  facts,
  instant,
  type Maybe,
  number,
  reference,
  text,
  textValue,
} from './fact.ts'

export interface Status {
  readonly label: string | null
  readonly id: string | null
  /** Of an opportunity: active, won or lost. */
  readonly type: string | null
  readonly pipeline: string | null
}

export interface StatusChange {
  readonly from: Status
  readonly to: Status
}

export function changeOf(wire: WireActivity): StatusChange {
  return { from: statusOf(wire, 'old'), to: statusOf(wire, 'new') }
}

function statusOf(wire: WireActivity, side: 'old' | 'new'): Status {
  return {
    label: lineOf(wire, `${side}_status_label`),
    id: idOf(wire, `${side}_status_id`),
    type: lineOf(wire, `${side}_status_type`),
    pipeline: lineOf(wire, `${side}_pipeline_name`),
  }
}

/** A pipeline is a fact of its own where it stays; where it changes, both statuses say theirs. */
export function opportunityFacts(wire: WireActivity): readonly Fact[] {
  const { from, to } = changeOf(wire)
  const stays = idOf(wire, 'old_pipeline_id') === idOf(wire, 'new_pipeline_id') && from.pipeline === to.pipeline
  return facts(
    fact('Value', opportunityValue(wire)),
    fact('Confidence', confidence(wire)),
    fact('Pipeline', stays ? reference('other', wire, 'new_pipeline_id', 'new_pipeline_name') : pipelineChange(wire)),
    fact('Won on', instant(wire, 'opportunity_date_won')),
    fact('Opportunity', reference('other', wire, 'opportunity_id')),
    fact('Old status ID', reference('other', wire, 'old_status_id')),
    fact('New status ID', reference('other', wire, 'new_status_id')),
  )
}

export function leadStatusFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Old status ID', reference('other', wire, 'old_status_id')),
    fact('New status ID', reference('other', wire, 'new_status_id')),
  )
}

const periods: Readonly<Record<string, string>> = { one_time: 'one time', monthly: 'monthly', annual: 'annually' }

/** As Close formats it, or from its cents. */
function opportunityValue(wire: WireActivity): Maybe<FactValue> {
  const formatted = text(wire, 'opportunity_value_formatted')
  if (formatted !== null) return formatted
  const cents = numberOf(wire, 'opportunity_value')
  const currency = lineOf(wire, 'opportunity_value_currency')
  if (cents === null) return null
  const period = lineOf(wire, 'opportunity_value_period')
  const words = period === null ? null : (periods[period] ?? sentenceCase(period))
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return number(wire, 'opportunity_value')
  const money = { kind: 'money', amount: cents / 100, currency } as const
  const spelled = textValue(words)
  return spelled === null ? money : { kind: 'list', items: [money, spelled] }
}

function confidence(wire: WireActivity): Maybe<FactValue> {
  const percent = numberOf(wire, 'opportunity_confidence')
  return textValue(percent === null ? null : `${percent} %`)
}

function pipelineChange(wire: WireActivity): Maybe<FactValue> {
  const { from, to } = changeOf(wire)
  return textValue(`${from.pipeline ?? '?'} → ${to.pipeline ?? '?'}`)
}

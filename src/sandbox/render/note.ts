import { IMPORTED_NOTE, ODD_TEXT } from '#sandbox/dataset/variants.ts'
import { oddTexts } from '#sandbox/dataset/odd-texts.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { leadNotes, noteTitles } from '#sandbox/texts/notes.ts'
import { formatMoment } from '#sandbox/time.ts'
import { common, extend, paragraphs, slotsOf, type Subject, type Wire } from './common.ts'
import { writtenMail } from './written.ts'

export function renderNote(s: Subject): Wire {
  const written = writtenMail(s)
  const note = written?.text ?? textOf(s)
  const pinned = s.variant === 0 && s.random.chance(0.04)
  return extend(
    common(s),
    {
      note,
      note_html: written?.html() ?? paragraphs(note),
      title: s.variant === 0 && s.random.chance(0.15) ? s.random.pick(noteTitles) : null,
      pinned,
      pinned_at: pinned ? formatMoment(s.created + 60_000_000) : null,
      attachments: s.variant === 0 && s.random.chance(0.03) ? [attachmentOf(s)] : [],
      note_mentions: [],
      source: s.variant === IMPORTED_NOTE ? 'import' : null,
    },
    s.row % 211 === 0 ? { insight_score: (s.row % 89) / 100 } : {},
  )
}

function textOf(s: Subject): string {
  if (s.variant >= ODD_TEXT) return oddTexts[s.variant - ODD_TEXT] ?? ''
  const text = fill(s.random.pick(leadNotes), s.random, slotsOf(s))
  return s.variant === IMPORTED_NOTE ? `[From the old system, no. ${4000 + s.row}] ${text}` : text
}

function attachmentOf(s: Subject): Wire {
  const media = s.world.ids.encode('media', s.row)
  return {
    url: `https://app.close.com/go/note/${media}/`,
    filename: 'floor-plan.pdf',
    size: 48_211 + (s.row % 300_000),
    content_type: 'application/pdf',
    thumbnail_url: null,
    media_id: media,
  }
}

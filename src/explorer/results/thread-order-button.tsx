import { Button } from '#ui/button.tsx'
import { setThreadOrder, useThreadOrder } from './thread-order.ts'

/** Says in which order conversations are read, and turns it round. */
export function ThreadOrderButton() {
  const order = useThreadOrder()
  const text = order === 'newest' ? 'Newest message first' : 'Oldest message first'
  return (
    <Button
      look="quiet"
      icon={order === 'newest' ? 'arrow-down' : 'arrow-up'}
      title={`${text} in open conversations. Press to turn round.`}
      onClick={() => setThreadOrder(order === 'newest' ? 'oldest' : 'newest')}
    >
      <span className="@max-7xl:sr-only">{text}</span>
    </Button>
  )
}

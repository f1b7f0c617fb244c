import { createSignal, For } from 'solid-js'
import { Card } from '../card.tsx'
import { StatusIcon } from '../status-icon.tsx'
import type { Status } from '../statuses.ts'
import { Table } from '../table.tsx'
import { VirtualGrid, type GridSelection } from '../virtual-grid.tsx'
import { VirtualList } from '../virtual-list.tsx'
import { Part } from './part.tsx'

type Row = { key: string; title: string; status: Status; took: string }

const outcomes: Status[] = ['added', 'failed', 'skipped', 'updated', 'unchanged', 'added']
const rows: Row[] = Array.from({ length: 5000 }, (_, index) => ({
  key: String(index),
  title: `The Long Evening, part ${index + 1} (${1950 + (index % 70)})`,
  status: outcomes[index % outcomes.length] ?? 'added',
  took: `${(index % 37) / 10} s`,
}))

/** Tables of few rows, grids and logs of many. */
export function Lists() {
  const [chosen, setChosen] = createSignal(new Set<string>(['1', '2']))
  const [opened, setOpened] = createSignal<string>()
  const selection: GridSelection = {
    has: (key) => chosen().has(key),
    toggle: (key) =>
      setChosen((was) => new Set(was.has(key) ? [...was].filter((one) => one !== key) : [...was, key])),
    get all() {
      return chosen().size === 0 ? ('none' as const) : chosen().size === rows.length ? 'all' : 'some'
    },
    toggleAll: () => setChosen((was) => new Set(was.size === rows.length ? [] : rows.map((row) => row.key))),
    labelOf: (key) => `Select ${rows[Number(key)]?.title ?? key}`,
  }
  return (
    <Part name="Table, grid, log" stack>
      <Card flush>
        <Table
          label="Libraries"
          head={[
            { label: 'Library' },
            { label: 'Last full' },
            { label: 'Items', align: 'end' },
            { label: 'State' },
          ]}
        >
          <For each={rows.slice(0, 3)}>
            {(row) => (
              <tr>
                <th scope="row">{row.title}</th>
                <td>today</td>
                <td data-align="end">1,203</td>
                <td>
                  <StatusIcon status={row.status} />
                </td>
              </tr>
            )}
          </For>
        </Table>
      </Card>
      <Card flush>
        <VirtualGrid
          class="h-80"
          label="Items"
          rows={rows}
          rowCount={rows.length}
          keyOf={(row) => row.key}
          selection={selection}
          currentKey={opened()}
          onOpen={(row) => setOpened(row.key)}
          columns={[
            {
              key: 'status',
              head: 'Status',
              width: '120px',
              cell: (row) => <StatusIcon status={row.status} />,
            },
            { key: 'title', head: 'Item', width: 'minmax(0, 1fr)', cell: (row) => row.title },
            {
              key: 'took',
              head: 'Took',
              width: '64px',
              align: 'end',
              hideOnPhone: true,
              cell: (row) => row.took,
            },
          ]}
        />
      </Card>
      <Card flush>
        <VirtualList class="h-40" label="Events" rows={rows} rowPx={28}>
          {(row) => <div class="truncate px-4 leading-7 text-table">{row.title}</div>}
        </VirtualList>
      </Card>
    </Part>
  )
}

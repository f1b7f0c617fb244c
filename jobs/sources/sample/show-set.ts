import type { Trouble } from '../../../db/domain/outcome.ts'
import { chanceOf } from './chance.ts'
import { episodeItem } from './episode-item.ts'
import { keptSet, type SampleItem, type SampleSet } from './sample-set.ts'
import { planSeasons } from './season-plan.ts'
import type { Show, ShowPlan } from './show-plan.ts'

/** A library of invented shows, in the order of their names; the same for the same plan. */
export function showSet(plan: ShowPlan): SampleSet {
  const chance = chanceOf(plan.name)
  const titles = [...plan.shows].sort((a, b) => (a < b ? -1 : 1))
  const free = titles.filter((title) => !plan.told[title])
  const told = Object.values(plan.told).flat()
  const toPlan = told.reduce((left, size) => left - size, plan.units - plan.specials)
  const byChance = planSeasons(free.length, toPlan, plan.seasonLength, chance)
  const items: SampleItem[] = []
  for (const [n, title] of titles.entries()) {
    const seasons = plan.told[title] ?? byChance[free.indexOf(title)] ?? []
    const show = inventShow(plan, title, plan.firstId + n)
    const specials = specialsOf(plan, n, titles.length)
    items.push(...Array.from({ length: specials }, (_, at) => special(plan, show, at + 1)))
    for (const [at, size] of seasons.entries()) {
      for (let number = 1; number <= size; number += 1) {
        items.push(episodeItem(plan, show, { season: at + 1, number }))
      }
    }
  }
  const note = `${plan.units.toLocaleString('en')} episodes of ${titles.length} shows`
  return keptSet(note, items)
}

function inventShow(plan: ShowPlan, title: string, id: number): Show {
  const chance = chanceOf(`${plan.name} ${title}`)
  return {
    title,
    year: chance.between(plan.years[0], plan.years[1]),
    folder: `${plan.folder}/${title}`,
    id,
    minutes: chance.between(plan.minutes[0], plan.minutes[1]),
  }
}

/** Every third show has specials, as evenly as the number allows. */
function specialsOf(plan: ShowPlan, n: number, shows: number): number {
  if (n % 3 !== 1) return 0
  const having = Math.ceil((shows - 1) / 3)
  const at = (n - 1) / 3
  return Math.floor(((at + 1) * plan.specials) / having) - Math.floor((at * plan.specials) / having)
}

function special(plan: ShowPlan, show: Show, number: number): SampleItem {
  const item = episodeItem(plan, show, { season: 0, number })
  const trouble: Trouble = {
    code: 'specials_excluded',
    detail: `${item.entry.label} is a special, and this library leaves specials out.`,
    evidence: { season: 0 },
  }
  return { entry: { ...item.entry, trouble }, read: () => ({ key: item.entry.key, trouble }) }
}

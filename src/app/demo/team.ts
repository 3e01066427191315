import type { Actor } from '../../kernel/actor.ts'
import type { Position } from '../../kernel/permissions.ts'
import { permissions } from '../modules.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './people.ts'

/** The people of a demo store as actors, so that demo data is made by the product's own deeds. */
export type Team = {
  first(position: Position): Actor
  any(position: Position, chance: Chance): Actor
  all(position: Position): readonly Actor[]
}

export function teamOf(people: readonly DemoPerson[], store: Pick<Actor, 'storeId' | 'storeCode' | 'timeZone'>): Team {
  const actorOf = ({ id: personId, name, position }: DemoPerson): Actor => ({
    ...store, personId, name, positions: [position],
    permissions: new Set(permissions.filter(({ preset }) => preset.includes(position)).map(({ permission }) => permission)),
  })
  const holders = (position: Position): Actor[] => people.filter((person) => person.position === position).map(actorOf)
  return {
    first: (position) => {
      const [actor] = holders(position)
      if (actor === undefined) throw new RangeError(`the demo store has no ${position}`)
      return actor
    },
    any: (position, chance) => chance.pick(holders(position)),
    all: holders,
  }
}

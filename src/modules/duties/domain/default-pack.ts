import type { Position } from '../../../kernel/permissions.ts'
import { frontDeskSupervisor } from './pack-front-desk-supervisor.ts'
import { informationClerk } from './pack-information-clerk.ts'
import { insuranceSpecialist } from './pack-insurance-specialist.ts'
import { partsPlanner } from './pack-parts-planner.ts'
import { partsSupervisor } from './pack-parts-supervisor.ts'
import { serviceAdvisor } from './pack-service-advisor.ts'
import { stationManager } from './pack-station-manager.ts'
import { storekeeper } from './pack-storekeeper.ts'
import { teamLeader } from './pack-team-leader.ts'
import { warrantyClerk } from './pack-warranty-clerk.ts'
import { workshopSupervisor } from './pack-workshop-supervisor.ts'
import type { Pack, PackPosition } from './pack.ts'

const without = (position: Position, ...reportsTo: Position[]): PackPosition => ({ position, reportsTo, worksWith: [], duties: [] })

/** The job manual as it ships: 260 duties of eleven positions, and the positions that have no section of their own. */
export const defaultPack: Pack = {
  id: 'default', version: 1,
  positions: [
    stationManager, informationClerk, frontDeskSupervisor, workshopSupervisor, partsSupervisor, insuranceSpecialist, warrantyClerk, partsPlanner, storekeeper, serviceAdvisor, teamLeader,
    without('GM'), without('FIN', 'GM'), without('CSH', 'GM', 'FIN'), without('TSU', 'STM', 'WSS'), without('BTL', 'STM', 'WSS'), without('TEC', 'STM', 'WSS', 'MTL'), without('QCI', 'STM', 'WSS'), without('WSH', 'STM', 'WSS'),
    without('CCC', 'GM'), without('RNW', 'STM'), without('SAL', 'GM'), without('ACB', 'GM'), without('DRV', 'GM', 'ADM'), without('ADM', 'GM'), without('SYS', 'GM'), without('SEC', 'GM'), without('AUD', 'GM'),
  ],
}

export type ShippedDuty = PackPosition['duties'][number] & { readonly position: Position }

export const shippedDuties: readonly ShippedDuty[] = defaultPack.positions.flatMap(({ position, duties }) => duties.map((duty) => ({ ...duty, position })))

/** Whether the manual has duties for a position. */
export const owesDuties = (position: Position): boolean => shippedDuties.some((duty) => duty.position === position)

export const isPosition = (code: string): code is Position => defaultPack.positions.some(({ position }) => position === code)

import type { FunctionComponent } from 'react'

/** What a later module shows on the car's page. */
export type VehicleSection = { readonly id: string; readonly part: FunctionComponent<{ plate: string }> }

const sections: VehicleSection[] = []
export const registerVehicleSections = (...more: readonly VehicleSection[]): void => { sections.push(...more) }
export const vehicleSections = (): readonly VehicleSection[] => sections

import type { FunctionComponent } from 'react'

/** What a later module puts into the technician's hand beside a car. */
export type CarTool = { readonly id: string; readonly part: FunctionComponent<{ orderId: string; plate: string }> }

const tools: CarTool[] = []
export const registerCarTools = (...more: readonly CarTool[]): void => { tools.push(...more) }
export const carTools = (): readonly CarTool[] => tools

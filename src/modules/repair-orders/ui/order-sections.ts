import type { FunctionComponent } from 'react'
import type { OrderView } from '../contract.ts'

/** What a later module shows on the order's sheet. */
export type OrderSection = { readonly id: string; readonly part: FunctionComponent<{ order: OrderView }> }

const sections: OrderSection[] = []
export const registerOrderSections = (...more: readonly OrderSection[]): void => { sections.push(...more) }
export const orderSections = (): readonly OrderSection[] => sections

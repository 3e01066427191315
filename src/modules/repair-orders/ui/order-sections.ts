import type { FunctionComponent } from 'react'
import type { OrderView } from '../contract.ts'

/** What a later module shows on the order's sheet. */
export type OrderSection = { readonly id: string; readonly part: FunctionComponent<{ order: OrderView }>; /** Above the reception and the estimate: what nobody may overlook. */ readonly first?: boolean }

const sections: OrderSection[] = []
export const registerOrderSections = (...more: readonly OrderSection[]): void => { sections.push(...more) }
export const orderSections = (first: boolean): readonly OrderSection[] => sections.filter((section) => (section.first ?? false) === first)

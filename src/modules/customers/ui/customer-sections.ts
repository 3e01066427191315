import type { FunctionComponent } from 'react'

/** What a later module shows on the customer's page. */
export type CustomerSection = { readonly id: string; readonly part: FunctionComponent<{ customerId: string }> }

const sections: CustomerSection[] = []
export const registerCustomerSections = (...more: readonly CustomerSection[]): void => { sections.push(...more) }
export const customerSections = (): readonly CustomerSection[] => sections

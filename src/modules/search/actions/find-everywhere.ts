import { may } from '../../../kernel/actor.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { cataloguePermissions } from '../../catalogue/permissions.ts'
import { listParts } from '../../catalogue/public.ts'
import { counterPermissions } from '../../counter/permissions.ts'
import { findSales } from '../../counter/public.ts'
import { customerPermissions } from '../../customers/permissions.ts'
import { listCustomers, phoneFor } from '../../customers/public.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { findOrdersBySign } from '../../repair-orders/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { vehiclePermissions } from '../../vehicles/permissions.ts'
import { listVehicles } from '../../vehicles/public.ts'
import type { findEverywhere as route, Hit } from '../contract.ts'

const ofEach = 6

const orders = async (reading: Reading, find: string): Promise<Hit[]> => (await findOrdersBySign(reading, find, ofEach)).map(({ id, number, plate, ownerName, modelName, status }) =>
  ({ kind: 'order', id, title: `${showPlate(plate)} ${ownerName}`.trim(), titleEn: `${showPlate(plate)} ${ownerName}`.trim(), note: `${number} ${modelName}`.trim(), noteEn: `${number} ${modelName}`.trim(), end: status }))

const vehicles = async (reading: Reading, find: string): Promise<Hit[]> => (await listVehicles(reading, { params: undefined, query: { find, limit: ofEach, state: 'active' }, body: undefined })).rows.map(
  ({ id, plate, modelName, ownerName, vin }) => ({ kind: 'vehicle', id, title: `${showPlate(plate)} ${ownerName}`, titleEn: `${showPlate(plate)} ${ownerName}`, note: modelName, noteEn: modelName, end: vin?.slice(-6) ?? '' }))

const customers = async (reading: Reading, find: string): Promise<Hit[]> => (await listCustomers(reading, { params: undefined, query: { find, limit: ofEach }, body: undefined })).rows.map(
  ({ id, name, phone, contactName }) => ({ kind: 'customer', id, title: name, titleEn: name, note: contactName ?? '', noteEn: contactName ?? '', end: phone }))

const parts = async (reading: Reading, find: string): Promise<Hit[]> => (await listParts(reading, { params: undefined, query: { find, limit: ofEach, state: 'active' }, body: undefined })).rows.map(
  ({ id, nameZh, nameEn, number }) => ({ kind: 'part', id, title: nameZh, titleEn: nameEn, note: number, noteEn: number, end: '' }))

const sales = async (reading: Reading, find: string): Promise<Hit[]> => (await findSales(reading, find, ofEach)).map(({ id, name, number, phone }) =>
  ({ kind: 'sale', id, title: name || number, titleEn: name || number, note: name === '' ? '' : number, noteEn: name === '' ? '' : number, end: phone === '' ? '' : phoneFor(reading.by, phone) }))

const sources: readonly (readonly [PermissionEntry, (reading: Reading, find: string) => Promise<Hit[]>])[] = [
  [repairOrderPermissions.see, orders], [vehiclePermissions.see, vehicles], [customerPermissions.see, customers], [cataloguePermissions.see, parts], [counterPermissions.see, sales],
]

/** A few of each kind that this person may list, in the order of how often they are wanted. */
export async function findEverywhere(reading: Reading, { query }: InputOf<typeof route>): Promise<AnswerOf<typeof route>> {
  const hits: Hit[] = []
  for (const [right, search] of sources) if (may(reading.by, right.permission)) hits.push(...await search(reading, query.find))
  return { hits }
}

import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { MenuStep, PackageLine } from '../domain/menu.ts'

export type PackageData = { id: string; code: string; nameZh: string; nameEn: string; modelId: string | null; priceFen: number | null; active: boolean; version: number }
export type PackageLineData = PackageLine & { packageId: string; code: string; nameZh: string; nameEn: string; unit: string; active: boolean }

const columns = sql`id, code, name_zh, name_en, model_id, price_fen, active, version`

/** A group has some dozens of them; a page of it is enough for every list. */
export const listPackages = (tx: Tx, { modelId, activeOnly }: { modelId: string | null; activeOnly: boolean }) => tx.all<PackageData>`
  select ${columns} from catalogue.package where true
  ${activeOnly ? sql`and active` : empty}
  ${modelId === null ? empty : sql`and (model_id is null or model_id = ${modelId})`}
  order by code limit 500`

export const findPackage = (tx: Tx, packageId: string) => tx.maybe<PackageData>`select ${columns} from catalogue.package where id = ${packageId}`
export const lockPackage = (tx: Tx, packageId: string) => tx.maybe<PackageData>`select ${columns} from catalogue.package where id = ${packageId} for update`
export const findPackageByCode = (tx: Tx, code: string) => tx.maybe<{ id: string }>`select id from catalogue.package where code = ${code}`

/** Lines of many packages in one question, in their order, with what they are called. */
export const linesOfPackages = (tx: Tx, packageIds: readonly string[]) => tx.all<PackageLineData>`
  select l.package_id, l.operation_id, l.part_id, l.quantity_thousandths, coalesce(o.code, p.number) as code, coalesce(o.name_zh, p.name_zh) as name_zh,
    coalesce(o.name_en, p.name_en) as name_en, coalesce(p.unit, 'h') as unit, coalesce(o.active, p.active) as active
  from catalogue.package_line l left join catalogue.labour_operation o on o.id = l.operation_id left join catalogue.part p on p.id = l.part_id
  where l.package_id = any(${packageIds}::uuid[]) order by l.package_id, l.place`

export const insertPackages = (tx: Tx, rows: readonly Omit<PackageData, 'active' | 'version'>[]) => tx.run`
  insert into catalogue.package (id, code, name_zh, name_en, model_id, price_fen)
  select * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.code)}::text[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[],
    ${rows.map((r) => r.modelId)}::uuid[], ${rows.map((r) => r.priceFen)}::bigint[])`

export const updatePackage = (tx: Tx, one: Omit<PackageData, 'code'>) => tx.run`
  update catalogue.package set name_zh = ${one.nameZh}, name_en = ${one.nameEn}, model_id = ${one.modelId}, price_fen = ${one.priceFen}, active = ${one.active}, version = version + 1
  where id = ${one.id} and version = ${one.version}`

export const deleteLines = (tx: Tx, packageId: string) => tx.run`delete from catalogue.package_line where package_id = ${packageId}`

export const insertLines = (tx: Tx, rows: readonly (PackageLine & { packageId: string; place: number })[]) => tx.run`
  insert into catalogue.package_line (package_id, place, operation_id, part_id, quantity_thousandths)
  select * from unnest(${rows.map((r) => r.packageId)}::uuid[], ${rows.map((r) => r.place)}::integer[], ${rows.map((r) => r.operationId)}::uuid[], ${rows.map((r) => r.partId)}::uuid[],
    ${rows.map((r) => r.quantityThousandths)}::bigint[])`

/** What the lines of a package name, whether it is still in use. */
export const namedIn = (tx: Tx, ids: readonly string[]) => tx.all<{ id: string; nameZh: string; active: boolean }>`
  select id, name_zh, active from catalogue.labour_operation where id = any(${ids}::uuid[])
  union all select id, name_zh, active from catalogue.part where id = any(${ids}::uuid[])`

export const findMenu = (tx: Tx, modelId: string) => tx.maybe<{ version: number }>`select version from catalogue.menu where model_id = ${modelId}`
export const stepsOf = (tx: Tx, modelId: string) => tx.all<MenuStep>`select km, months, package_id from catalogue.menu_step where model_id = ${modelId} order by km`

/** The model's row is what two people who write its menu wait for. */
export const putMenus = (tx: Tx, menus: readonly { modelId: string; version: number }[]) => tx.run`
  insert into catalogue.menu (model_id, version) select * from unnest(${menus.map((m) => m.modelId)}::uuid[], ${menus.map((m) => m.version)}::integer[])
  on conflict (model_id) do update set version = excluded.version`
export const deleteSteps = (tx: Tx, modelId: string) => tx.run`delete from catalogue.menu_step where model_id = ${modelId}`
export const insertSteps = (tx: Tx, rows: readonly (MenuStep & { modelId: string })[]) => tx.run`
  insert into catalogue.menu_step (model_id, km, months, package_id)
  select * from unnest(${rows.map((r) => r.modelId)}::uuid[], ${rows.map((r) => r.km)}::integer[], ${rows.map((r) => r.months)}::integer[], ${rows.map((r) => r.packageId)}::uuid[])`

/** The model of a car that was only named: by its Chinese or English name. */
export const findModelByName = (tx: Tx, name: string) => tx.maybe<{ id: string }>`select id from catalogue.model where ${name} in (name_zh, name_en) and active order by code limit 1`

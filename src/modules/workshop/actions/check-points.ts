import type { Deed } from '../../../platform/deed.ts'
import { photosOfSubject } from '../../photos/public.ts'
import type { AnsweredPoint } from '../data/checks.ts'
import { photoDetail, type CheckPoint, type PointResult } from '../domain/checks.ts'

type Asked = { readonly jobId: string; readonly orderId: string; readonly points: readonly CheckPoint[] }

/** Of which points of a job a photo is there; asked only where a point wants one. */
export async function photographed({ tx, by }: Pick<Deed, 'tx' | 'by'>, { jobId, orderId, points }: Asked): Promise<Set<string>> {
  if (!points.some(({ photo }) => photo)) return new Set()
  const taken = new Set((await photosOfSubject(tx, by.storeId, 'repair-order', orderId)).filter(({ removedAt }) => removedAt === null).map(({ detail }) => detail))
  return new Set(points.map(({ key }) => key).filter((key) => taken.has(photoDetail(jobId, key))))
}

/** The answers with the words and limits of their points; what no point asks for is left out. */
export const answeredPoints = (points: readonly CheckPoint[], results: readonly PointResult[]): AnsweredPoint[] => points.flatMap(({ by: _, ...point }) => {
  const result = results.find(({ key }) => key === point.key)
  return result === undefined ? [] : [{ ...point, verdict: result.verdict, measured: result.value }]
})

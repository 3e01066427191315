import { useReading } from '../../../platform/web/deeds.tsx'
import { adviseForPart } from '../contract.ts'
import { AdvisedBins } from './advised-bins.tsx'
import './bins.css'

/** At put-away: where the part is best put (WHK-5.2). */
export function BinAdvice({ partId, onPick }: { partId: string; onPick: (placeId: string) => void }) {
  const { data } = useReading(adviseForPart, { params: { partId } })
  return data === undefined ? null : <AdvisedBins bins={data.bins} onPick={({ placeId }) => onPick(placeId)} />
}

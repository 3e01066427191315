import { useEffect, useRef, useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { planJob, type BoardJob, type WorkshopBoard } from '../contract.ts'
import { boardWindow, isBegun, stepped, type Spot } from './board-place.ts'
import { workshopTexts } from './texts.ts'
import { useClockTime } from './use-clock-time.ts'

/** Keys are gathered for so long before the server is asked. */
const restMilliseconds = 450

export type BoardMove = {
  /** Where a job is being moved to, until the server has answered. */ readonly moving: { readonly job: BoardJob; readonly spot: Spot } | null
  readonly spoken: string
  move(job: BoardJob, spot: Spot): void
  step(job: BoardJob, key: string): boolean
}

/** Moves of jobs by pointer and by keys: shown and spoken at once, then asked of the server, which may say no. */
export function useBoardMove(board: WorkshopBoard): BoardMove {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const clock = useClockTime()
  const toast = useToast()
  const [moving, setMoving] = useState<BoardMove['moving']>(null)
  const [spoken, setSpoken] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const deed = useDeed(planJob, () => setMoving(null))
  useEffect(() => () => clearTimeout(timer.current), [])
  const words = (job: BoardJob, { bay, from }: Spot) => ({ plate: showPlate(job.plate), bay, time: clock(from) })
  const ask = (job: BoardJob, spot: Spot) => {
    deed.run({ params: { jobId: job.id }, body: { version: job.version, bay: spot.bay, start: new Date(spot.from).toISOString() } }, {
      onSuccess: () => { setSpoken(t('workshop.moved', words(job, spot))); toast({ text: t('workshop.moved', words(job, spot)) }) },
      onError: (cause) => { setMoving(null); setSpoken(cause.message); toast({ tone: 'danger', text: cause.message }) },
    })
  }
  const show = (job: BoardJob, spot: Spot) => {
    setMoving({ job, spot })
    setSpoken(t('workshop.moving', words(job, spot)))
  }
  return {
    moving, spoken,
    move: (job, spot) => {
      const wanted = isBegun(job) ? { ...spot, from: Date.parse(job.plannedStart) } : spot
      if (wanted.bay === job.bay && wanted.from === Date.parse(job.plannedStart)) return
      show(job, wanted)
      ask(job, wanted)
    },
    step: (job, key) => {
      if (deed.busy) return true
      const from = moving?.job.id === job.id ? moving.spot : { bay: job.bay, from: Date.parse(isBegun(job) ? job.plannedStart : job.shown.from) }
      const spot = stepped({ window: boardWindow(board), bays: board.bays }, from, key)
      if (spot === null) return false
      if (isBegun(job) && spot.from !== from.from) {
        setSpoken(t.refusal(new Refusal('workshop.begun-keeps-start')) ?? '')
        return true
      }
      show(job, spot)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => ask(job, spot), restMilliseconds)
      return true
    },
  }
}

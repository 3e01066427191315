import { useQueryClient } from '@tanstack/react-query'
import { CloudOff, CloudUpload, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui-kit/button.tsx'
import { Dialog } from '../../ui-kit/dialog.tsx'
import { Notice } from '../../ui-kit/notice.tsx'
import { useMoments, useTexts } from './language.tsx'
import { dropParcel, openOutbox, sendWaiting, tryAgain, useOnline, useOutbox, type Parcel } from './outbox.ts'
import { renew } from './renew.ts'
import { useSession } from './session.tsx'
import { webEn, webZh } from './texts.ts'
import './outbox.css'

/** In seconds: the first attempts after the network's return often fail, so the next comes soon, then ever later. */
const [soonest, latest] = [1, 15]

/** Sends when something is put in, when the network comes back, and again while something waits. */
function useSending(): void {
  const client = useQueryClient()
  const { personId, store } = useSession()
  useEffect(() => {
    let [pause, timer, ended] = [soonest, 0, false]
    const attempt = async (): Promise<void> => {
      window.clearTimeout(timer)
      const through = await sendWaiting(({ topic }) => renew(client, topic))
      if (ended) return
      window.clearTimeout(timer)
      timer = window.setTimeout(() => { void attempt() }, (through ? latest : pause) * 1_000)
      pause = Math.min(pause * 2, latest)
    }
    const send = (): void => {
      pause = soonest
      void attempt()
    }
    void openOutbox({ personId, storeId: store.id }).then(send)
    window.addEventListener('online', send)
    window.addEventListener('gangwei-outbox', send)
    return () => {
      ended = true
      window.clearTimeout(timer)
      window.removeEventListener('online', send)
      window.removeEventListener('gangwei-outbox', send)
      void openOutbox(null)
    }
  }, [client, personId, store.id])
}

/** In the top bar: no network, or how much waits to be sent; a touch shows it. Nothing when all is well. */
export function OutboxChip() {
  const t = useTexts(webZh, webEn)
  useSending()
  const online = useOnline()
  const parcels = useOutbox()
  const [open, setOpen] = useState(false)
  const refused = parcels.filter((parcel) => parcel.refused !== null).length
  if (online && parcels.length === 0) return null
  const text = refused > 0 ? t('web.outbox-refused', { count: refused }) : parcels.length > 0 ? t('web.outbox-waiting', { count: parcels.length }) : t('web.offline')
  return (
    <>
      <Button kind={refused > 0 ? 'danger' : 'quiet'} icon={refused > 0 ? TriangleAlert : online ? CloudUpload : CloudOff} onPress={() => setOpen(true)}>{text}</Button>
      {open ? <OutboxDialog parcels={parcels} online={online} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function OutboxDialog({ parcels, online, onClose }: { parcels: readonly Parcel[]; online: boolean; onClose: () => void }) {
  const t = useTexts(webZh, webEn)
  return (
    <Dialog title={t('web.outbox')} size="small" onClose={onClose}>
      <div className="k-stack">
        <Notice tone={online ? 'info' : 'warn'}>{online ? t('web.outbox-online') : t('web.outbox-offline')}</Notice>
        {parcels.length === 0 ? <p className="k-quiet-text">{t('web.outbox-empty')}</p> : <ul className="outbox">{parcels.map((parcel) => <OneParcel key={parcel.id} parcel={parcel} />)}</ul>}
      </div>
    </Dialog>
  )
}

function OneParcel({ parcel }: { parcel: Parcel }) {
  const t = useTexts(webZh, webEn)
  const moments = useMoments()
  return (
    <li className="outbox-parcel">
      <span>{parcel.title} <time className="k-quiet-text">{moments.time(new Date(parcel.at).toISOString())}</time></span>
      {parcel.refused === null ? null : (
        <>
          <Notice tone="danger">{parcel.refused}</Notice>
          <div className="k-row">
            <Button size="desk" onPress={() => { void tryAgain(parcel) }}>{t('web.outbox-again')}</Button>
            <Button size="desk" kind="danger" onPress={() => { void dropParcel(parcel.id) }}>{t('web.outbox-drop')}</Button>
          </div>
        </>
      )}
    </li>
  )
}

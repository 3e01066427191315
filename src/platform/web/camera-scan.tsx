import { Camera } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../../ui-kit/button.tsx'
import { Dialog } from '../../ui-kit/dialog.tsx'
import { Notice } from '../../ui-kit/notice.tsx'
import { useTexts } from './language.tsx'
import { webEn, webZh } from './texts.ts'
import './camera-scan.css'

/** The reader is fetched when somebody scans for the first time, and kept. */
async function loadReader() {
  const [{ readBarcodes, prepareZXingModule }, { default: address }] = await Promise.all([import('zxing-wasm/reader'), import('zxing-wasm/reader/zxing_reader.wasm?url')])
  await prepareZXingModule({ overrides: { locateFile: (file: string, folder: string) => (file.endsWith('.wasm') ? address : folder + file) }, fireImmediately: true })
  return readBarcodes
}

type Trouble = 'no-camera' | 'not-allowed'
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

async function openCamera(): Promise<MediaStream | Trouble> {
  // Over plain http from another machine a browser has no camera at all.
  if (!window.isSecureContext) return 'no-camera'
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
    .catch((cause: unknown) => (cause instanceof DOMException && cause.name === 'NotAllowedError' ? 'not-allowed' as const : 'no-camera' as const))
}

async function readUntil(video: HTMLVideoElement, over: () => boolean): Promise<string | null> {
  const readBarcodes = await loadReader()
  const canvas = document.createElement('canvas')
  const picture = canvas.getContext('2d', { willReadFrequently: true })
  while (!over() && picture !== null) {
    if (video.videoWidth > 0) {
      canvas.width = video.videoWidth
      canvas.height = video.videoHeight
      picture.drawImage(video, 0, 0)
      const [hit] = await readBarcodes(picture.getImageData(0, 0, canvas.width, canvas.height), { formats: ['Code128', 'QRCode', 'EAN13', 'DataMatrix'], tryHarder: true, maxNumberOfSymbols: 1 })
      if (hit !== undefined && hit.text !== '') return hit.text
    }
    await pause(120)
  }
  return null
}

/** A button that reads a label with the phone's camera. Without a camera it says so; typing and the hand scanner stay. */
export function CameraScan({ onCode }: { onCode: (code: string) => void }) {
  const t = useTexts(webZh, webEn)
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton kind="plain" icon={Camera} aria-label={t('web.scan')} onPress={() => setOpen(true)} />
      {open ? <Finder onClose={() => setOpen(false)} onCode={(code) => { setOpen(false); onCode(code) }} /> : null}
    </>
  )
}

function Finder({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const t = useTexts(webZh, webEn)
  const video = useRef<HTMLVideoElement>(null)
  const report = useRef(onCode)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  useEffect(() => { report.current = onCode })
  useEffect(() => {
    let over = false
    let stream: MediaStream | null = null
    const work = async (): Promise<void> => {
      const camera = await openCamera()
      if (typeof camera === 'string') return setTrouble(camera)
      stream = camera
      const screen = video.current
      if (over || screen === null) return camera.getTracks().forEach((track) => track.stop())
      screen.srcObject = camera
      await screen.play()
      const code = await readUntil(screen, () => over)
      if (code !== null && !over) report.current(code)
    }
    work().catch(() => { if (!over) setTrouble('no-camera') })
    return () => {
      over = true
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [])
  return (
    <Dialog title={t('web.scan')} size="small" onClose={onClose}>
      {trouble === null ? <div className="camera-scan"><video ref={video} muted playsInline aria-label={t('web.scan-picture')} /><p className="k-quiet-text">{t('web.scan-hint')}</p></div>
        : <Notice tone="warn">{t(trouble === 'no-camera' ? 'web.scan-no-camera' : 'web.scan-not-allowed')}</Notice>}
    </Dialog>
  )
}

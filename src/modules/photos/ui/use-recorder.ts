import { useEffect, useRef, useState } from 'react'
import { longestSeconds, soundTypes } from '../domain/sound.ts'

export type Sound = { readonly content: Blob; readonly seconds: number }
export type RecorderTrouble = 'no-microphone' | 'not-allowed'

/** Over plain http from another machine a browser has no microphone at all. */
const canRecord = (): boolean => window.isSecureContext && typeof MediaRecorder !== 'undefined'
const typeHere = (): string | undefined => ['audio/webm;codecs=opus', ...soundTypes].find((type) => MediaRecorder.isTypeSupported(type))

/** Records speech, a minute at most, and gives it when it is stopped; closed in between, the microphone is let go and nothing is kept. */
export function useRecorder(onSound: (sound: Sound) => void) {
  const [since, setSince] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<RecorderTrouble | null>(null)
  const running = useRef<{ recorder: MediaRecorder; timer: number } | null>(null)
  const letGo = (): void => {
    if (running.current === null) return
    clearTimeout(running.current.timer)
    for (const track of running.current.recorder.stream.getTracks()) track.stop()
    running.current = null
  }
  useEffect(() => letGo, [])
  const start = async (): Promise<void> => {
    setTrouble(null)
    if (!canRecord()) { setTrouble('no-microphone'); return }
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((cause: unknown) => (cause instanceof DOMException && cause.name === 'NotAllowedError' ? 'not-allowed' as const : 'no-microphone' as const))
    if (typeof stream === 'string') { setTrouble(stream); return }
    const mimeType = typeHere()
    const recorder = new MediaRecorder(stream, { ...(mimeType === undefined ? {} : { mimeType }), audioBitsPerSecond: 48_000 })
    const begun = Date.now()
    const pieces: Blob[] = []
    recorder.ondataavailable = ({ data }) => { pieces.push(data) }
    recorder.onstop = () => {
      if (running.current?.recorder !== recorder) return
      letGo()
      setSince(null)
      onSound({ content: new Blob(pieces), seconds: Math.min(longestSeconds, Math.max(1, Math.round((Date.now() - begun) / 1_000))) })
    }
    running.current = { recorder, timer: window.setTimeout(() => recorder.stop(), longestSeconds * 1_000) }
    recorder.start()
    setSince(begun)
  }
  return { since, trouble, start: () => { void start() }, stop: () => running.current?.recorder.stop() }
}

import { Eraser } from 'lucide-react'
import { useEffect, useRef, type PointerEvent } from 'react'
import { Button } from './button.tsx'
import { Field, fieldPropsOf, type FieldProps } from './field.tsx'
import { useKitTexts } from './kit-texts.ts'
import { drawStrokes, type Stroke } from './signature-strokes.ts'

export type SignaturePadProps = FieldProps & {
  /** A PNG data URL of what was signed here, or null while the paper is empty. */
  value: string | null
  onChange: (value: string | null) => void
  /** Pixels; the width is the field's. */
  height?: number | undefined
  disabled?: boolean | undefined
}

/** Paper to sign on with finger, pen or mouse. */
export function SignaturePad({ value, onChange, height = 180, disabled, ...rest }: SignaturePadProps) {
  const texts = useKitTexts()
  const pad = useSignature(value, onChange)
  return (
    <Field {...fieldPropsOf(rest)} as="group">
      {({ labelId, control }) => (
        <div className="k-signature" style={{ height }} data-disabled={disabled ? '' : undefined}>
          <canvas ref={pad.canvas} role="img" aria-labelledby={labelId} aria-describedby={control['aria-describedby']}
            {...(disabled ? {} : { onPointerDown: pad.begin, onPointerMove: pad.go, onPointerUp: pad.end, onPointerCancel: pad.end })} />
          {value !== null && !disabled && <div className="k-signature-clear"><Button size="desk" icon={Eraser} onPress={pad.clear}>{texts.clear}</Button></div>}
        </div>
      )}
    </Field>
  )
}

function useSignature(value: string | null, onChange: (value: string | null) => void) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const strokes = useRef<Stroke[]>([])
  const drawing = useRef(false)

  // A canvas in a dialog has no size when effects run, because showModal comes later: size it when its box gets one.
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const scale = window.devicePixelRatio || 1
      element.width = Math.round(element.clientWidth * scale)
      element.height = Math.round(element.clientHeight * scale)
      drawStrokes(element, strokes.current)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // The owner may empty the paper, for example after saving.
  useEffect(() => {
    if (value !== null || drawing.current || !canvas.current) return
    strokes.current = []
    drawStrokes(canvas.current, [])
  }, [value])

  const add = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const native = event.nativeEvent
    const moves = native.getCoalescedEvents?.() ?? []
    for (const move of moves.length > 0 ? moves : [native]) strokes.current.at(-1)?.push({ x: move.clientX - box.left, y: move.clientY - box.top })
    drawStrokes(event.currentTarget, strokes.current)
  }
  return {
    canvas,
    begin: (event: PointerEvent<HTMLCanvasElement>) => {
      if (event.button !== 0 || drawing.current) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drawing.current = true
      strokes.current.push([])
      add(event)
    },
    go: (event: PointerEvent<HTMLCanvasElement>) => {
      if (drawing.current) add(event)
    },
    end: (event: PointerEvent<HTMLCanvasElement>) => {
      if (!drawing.current) return
      drawing.current = false
      onChange(event.currentTarget.toDataURL('image/png'))
    },
    clear: () => onChange(null),
  }
}

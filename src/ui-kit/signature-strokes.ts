export type Point = { x: number; y: number }
export type Stroke = Point[]

const penWidth = 2.4

/** Black on white in both themes: the picture goes onto paper. */
export function drawStrokes(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const scale = canvas.clientWidth === 0 ? 1 : canvas.width / canvas.clientWidth
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width / scale, canvas.height / scale)
  context.strokeStyle = '#111722'
  context.fillStyle = '#111722'
  context.lineWidth = penWidth
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const stroke of strokes) drawStroke(context, stroke)
}

/** Curves through the middles between points, so that a quick hand leaves no corners. */
function drawStroke(context: CanvasRenderingContext2D, stroke: Stroke): void {
  const [first, ...others] = stroke
  if (!first) return
  context.beginPath()
  if (others.length === 0) {
    context.arc(first.x, first.y, penWidth / 2, 0, 2 * Math.PI)
    context.fill()
    return
  }
  context.moveTo(first.x, first.y)
  let before = first
  for (const point of others) {
    context.quadraticCurveTo(before.x, before.y, (before.x + point.x) / 2, (before.y + point.y) / 2)
    before = point
  }
  context.lineTo(before.x, before.y)
  context.stroke()
}

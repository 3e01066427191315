import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from '../../kernel/texts.ts'
import { unitIn } from '../../kernel/units.ts'
import { capitalAmount } from './capital-amount.ts'
import type { DocumentData, DocumentKind } from './documents.ts'
import { labelsOf } from './labels.ts'
import { signaturePicture, squareCode } from './pictures.ts'
import type { WorkerAnswer, WorkerJob } from './worker-queue.ts'

/** What print.ts sends as JSON. */
export type PrintRequest<Kind extends DocumentKind> = { readonly kind: Kind; readonly language: Language; readonly data: DocumentData[Kind] }
type AnyRequest = { [Kind in DocumentKind]: PrintRequest<Kind> }[DocumentKind]

/** Compiled results are remembered for so many prints: fonts and frame stay warm, old documents go. */
const rememberedPrints = 10

const templates = path.join(import.meta.dirname, 'templates')
const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const fontBlobs = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) => readFileSync(path.join(fonts, file)))
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })

process.on('message', ({ id, job }: WorkerJob) => { process.send?.(answerTo(id, job)) })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {}) // of a terminal or service manager to all of us: who sends the jobs finishes them, and ends us with the channel
process.on('disconnect', () => process.exit())

function answerTo(id: number, job: string): WorkerAnswer {
  try {
    return { id, result: pdfOf(JSON.parse(job) as AnyRequest) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

/** The data goes in as one JSON input, which the template decodes: text stays text, whatever it looks like. */
function pdfOf(request: AnyRequest): Uint8Array<ArrayBuffer> {
  const { kind, language, data } = request
  const job = JSON.stringify({ language, labels: labelsOf(language), data, derived: derivedFrom(request) }, (key, value: unknown) => (key === 'unit' && typeof value === 'string' ? unitIn(language, value) : value))
  const compiled = compiler.compile({ mainFilePath: path.join(templates, `${kind}.typ`), inputs: { job } })
  const { result } = compiled
  if (result === null) throw new Error(`${kind} did not compile: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  const pdf = new Uint8Array(compiler.pdf(result))
  compiler.evictCache(rememberedPrints)
  return pdf
}

/** What the template cannot make itself: pictures of codes and of the signature, the amount in capital characters. */
function derivedFrom(request: AnyRequest): Readonly<Record<string, unknown>> {
  switch (request.kind) {
    case 'work-authorisation': {
      const { pickUpCode, signature } = request.data
      return { pickUpCode: squareCode(pickUpCode), signature: signature === null ? null : signaturePicture(signature.image) }
    }
    case 'courtesy-agreement':
      return { signature: signaturePicture(request.data.signature.image) }
    case 'reception-sheet':
    case 'added-work-confirmation':
      return { signature: request.data.signature === null ? null : signaturePicture(request.data.signature.image) }
    case 'monthly-statement':
      return { capitalAmount: request.language === 'zh-CN' ? capitalAmount(request.data.due) : null }
    case 'payment-request':
    case 'settlement-statement':
      return { capitalAmount: request.language === 'zh-CN' ? capitalAmount(request.data.total) : null }
    case 'iou':
      return { capitalAmount: request.language === 'zh-CN' ? capitalAmount(request.data.amount) : null }
    case 'part-label':
      return { lotCode: squareCode(request.data.lotCode) }
    case 'labels':
      return { codes: request.data.labels.map(({ code }) => squareCode(code)) }
    case 'return-slip':
    case 'count-sheet':
    case 'manager-week':
    case 'meeting-minutes':
    case 'scrap-application':
    case 'packing-list':
    case 'goods-receipt':
    case 'supplier-return-slip':
    case 'quote':
    case 'completion-certificate':
    case 'quality-sheet':
    case 'picking-list':
    case 'reminder-card':
      return {}
  }
}

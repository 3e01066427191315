import { parentPort, workerData } from 'node:worker_threads'

// Asks whether the product lives ten times a second, in a thread of its own: what is measured is the product, not whoever attacks it.
const { url } = workerData as { readonly url: string }
let [beats, dead, longest] = [0, 0, 0]
let going = true
parentPort?.on('message', () => { going = false })
while (going) {
  const began = performance.now()
  const alive = await fetch(`${url}/live`, { signal: AbortSignal.timeout(10_000) }).then(async (answer) => { await answer.text(); return answer.status === 200 }, () => false)
  beats += 1
  if (!alive) dead += 1
  longest = Math.max(longest, performance.now() - began)
  await new Promise((resolve) => { setTimeout(resolve, 100) })
}
parentPort?.postMessage({ beats, dead, longest })
parentPort?.close()
